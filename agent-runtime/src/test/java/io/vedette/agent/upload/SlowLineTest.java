package io.vedette.agent.upload;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.link.HubLink;
import io.vedette.agent.link.Identity;
import io.vedette.agent.link.LinkState;
import io.vedette.agent.link.Vitals;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.lab.proxy.Direction;
import io.vedette.lab.proxy.FaultProxy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The link and an upload over one line that is too slow for the upload: the link goes on. */
class SlowLineTest {
    /** 256 kbit/s: what is left of many a mobile line. */
    private static final int BYTES_PER_SECOND = 32_000;

    private static final int BEAT_MS = 500;
    private static final int SIZE = 8 * BYTES_PER_SECOND;
    private static final int CHUNK = 64 * 1024;
    private static final RandomGenerator IMPATIENT = () -> 0L;
    private static final Throttle FREE = new Throttle(SendRates.ofKbit(0, 0), () -> true, System::nanoTime);

    @TempDir
    Path home;

    @Test
    @Timeout(60)
    void anUploadThatTakesTheWholeLineKeepsNoHeartbeatFromTheHub() throws Exception {
        AgentId agent = AgentId.fresh();
        AgentKey key = AgentKey.in(home.resolve("agent.key"));
        try (ScriptedHub hub = new ScriptedHub();
                FaultProxy line =
                        FaultProxy.before("127.0.0.1", hub.address().base().getPort());
                Spool spool = Spool.open(home, Clock.systemUTC())) {
            hub.knows(agent, key.publicKey());
            hub.heartbeatMs(BEAT_MS);
            HubAddress far = HubAddress.of("http://127.0.0.1:" + line.port());
            try (Uploads uploads = Uploads.open(far, spool, FREE, told -> {}, IMPATIENT);
                    HubLink link = link(far, hub, agent, spool)) {
                until("online", () -> link.state() instanceof LinkState.Online);
                FromHub.UploadGrant grant = hub.grant(recording(spool), SIZE, CHUNK, true);
                line.limit(Direction.TO_SERVER, BYTES_PER_SECOND);
                int before = beats(hub);
                List<Long> heard = new ArrayList<>();
                uploads.told(grant);

                until("all bytes", () -> {
                    if (beats(hub) > before + heard.size()) {
                        heard.add(System.nanoTime());
                    }
                    return hub.receivedBytes(grant) == SIZE;
                });

                System.out.printf(
                        "256 kbit/s, taken by an upload: %d heartbeats of one each %d ms, longest silence %d ms%n",
                        heard.size(), BEAT_MS, longestGapMs(heard));
                // of sixteen in eight seconds, and never so long a silence that the hub would think it gone
                assertThat(heard).hasSizeGreaterThan(8);
                assertThat(hub.welcomes()).isEqualTo(1);
                assertThat(hub.complaints()).isEmpty();
            }
        }
    }

    private HubLink link(HubAddress far, ScriptedHub hub, AgentId agent, Spool spool) throws Exception {
        KeyRing keys = KeyRing.kept(home.resolve("agent.key"));
        var life = new FromAgent.Life("this", 1);
        Identity identity = new Identity(far, TenantId.fresh(), agent, keys, hub.key(), life, "test");
        Vitals vitals = new Vitals(CameraState.STREAMING, 1, 50, Duration.ZERO, null);
        return HubLink.open(
                new HubLink.Parts(identity, spool.outbox(), () -> vitals, Clock.systemUTC(), IMPATIENT), order -> {});
    }

    private static RecordingId recording(Spool spool) {
        OpenRecording open = spool.begin(
                new RecordingDraft(RecordingId.fresh(), Instant.EPOCH, "video/mp4", 640, 360, Delivery.ON_DEMAND));
        open.append(ByteBuffer.wrap(new byte[SIZE]));
        return open.close(Duration.ofSeconds(1), Optional.empty()).recording();
    }

    private static int beats(ScriptedHub hub) {
        return hub.heard(FromAgent.Heartbeat.class).size();
    }

    private static long longestGapMs(List<Long> moments) {
        long longest = 0;
        for (int i = 1; i < moments.size(); i++) {
            longest = Math.max(longest, moments.get(i) - moments.get(i - 1));
        }
        return longest / 1_000_000;
    }
}
