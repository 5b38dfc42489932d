package io.vedette.hub.api;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.link.HubLink;
import io.vedette.agent.link.Identity;
import io.vedette.agent.link.LinkState;
import io.vedette.agent.link.Pairing;
import io.vedette.agent.link.Vitals;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.FromHub.ThumbnailGrant;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An agent without a camera: really paired, with the real link and outbox. Whatever picture the hub asks it for, it sends its
 * own watermark.
 */
final class PlayedAgent implements AutoCloseable {
    /** Always the shortest wait. */
    private static final RandomGenerator IMPATIENT = () -> 0L;

    final byte[] watermark;
    private final List<RecordingId> recordings = new CopyOnWriteArrayList<>();
    private volatile @Nullable ThumbnailGrant lastGrant;
    private final HubAddress hub;
    private final Spool spool;
    private final KeyRing keys;
    private final PairingAnswer paired;
    private final ExecutorService sending;
    private int lives;
    private HubLink link;

    /** @param sending on whose threads pictures go out: the link's own must not wait */
    PlayedAgent(HubAddress hub, Path home, PairingToken token, byte[] watermark, ExecutorService sending)
            throws IOException {
        this.hub = hub;
        this.watermark = watermark;
        this.sending = sending;
        AgentKey key = AgentKey.in(home.resolve("agent.key"));
        keys = KeyRing.kept(home.resolve("agent.key"));
        paired = switch (new Pairing(hub, "test", "played").ask(token, key)) {
            case Pairing.Outcome.Paired<PairingAnswer> done -> done.answer();
            case Pairing.Outcome<PairingAnswer> other -> throw new IllegalStateException("not paired: " + other);
        };
        spool = Spool.open(home, Clock.systemUTC());
        link = open();
    }

    private HubLink open() {
        lives++;
        var life = new FromAgent.Life("life " + lives, lives);
        var identity = new Identity(hub, paired.tenant(), paired.agent(), keys, paired.hubKey(), life, "test");
        Vitals vitals = new Vitals(CameraState.STREAMING, 1, 50, Duration.ZERO, null);
        return HubLink.open(
                new HubLink.Parts(identity, spool.outbox(), () -> vitals, Clock.systemUTC(), IMPATIENT), this::told);
    }

    private void told(FromHub order) {
        if (order instanceof ThumbnailGrant grant) {
            lastGrant = grant;
            sending.execute(() -> {
                int unused = send(grant);
            });
        }
    }

    /** Once more what it was last asked for, with the ticket of then; the hub's answer. */
    int sendsAgain() {
        return send(Objects.requireNonNull(lastGrant));
    }

    private int send(ThumbnailGrant grant) {
        var headers = Map.of("Content-Type", "image/jpeg", "Authorization", "Vedette " + grant.ticket());
        try {
            return new HttpCall(hub, "PUT", grant.path(), headers, RequestBody.of(watermark), Limits.SHORT)
                    .send()
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the hub of one more recording. */
    void records() {
        RecordingId recording = RecordingId.fresh();
        recordings.add(recording);
        var closed = new EventBody.RecordingClosed(
                recording,
                Instant.now(),
                1000,
                1000,
                "00".repeat(32),
                "video/mp4",
                64,
                48,
                EventBody.Delivery.ON_DEMAND,
                false,
                null,
                null);
        long unused = spool.outbox().append(closed, Instant.now());
    }

    List<RecordingId> recordings() {
        return List.copyOf(recordings);
    }

    CameraId camera() {
        return paired.camera();
    }

    boolean online() {
        return link.state() instanceof LinkState.Online;
    }

    /** Whether the hub does not let it in any more. */
    boolean refused() {
        return link.state() instanceof LinkState.Waiting waiting
                && waiting.why().contains("revoked");
    }

    /** Goes away and comes back as a process that was started again. */
    void comesBack() {
        link.close();
        link = open();
    }

    @Override
    public void close() {
        link.close();
        spool.close();
    }
}
