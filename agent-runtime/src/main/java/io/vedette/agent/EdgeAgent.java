package io.vedette.agent;

import io.vedette.agent.bring.Bringing;
import io.vedette.agent.camera.EdgeCamera;
import io.vedette.agent.camera.ffmpeg.NativeSha256;
import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.config.SecondaryRules;
import io.vedette.agent.link.HubLink;
import io.vedette.agent.link.Identity;
import io.vedette.agent.link.Vitals;
import io.vedette.agent.live.LiveSessions;
import io.vedette.agent.live.LiveSource;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.secondary.CopyRules;
import io.vedette.agent.secondary.MarkedFolder;
import io.vedette.agent.secondary.SecondaryCopies;
import io.vedette.agent.spool.GrowingRecording;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolBudget;
import io.vedette.agent.spool.SpoolUpkeep;
import io.vedette.agent.upload.SendRates;
import io.vedette.agent.upload.Throttle;
import io.vedette.agent.upload.Uploads;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running agent: every part, who knows whom, the order of starting and of stopping. Recording does not depend on the
 * hub: the camera is started first and stopped before the link.
 */
final class EdgeAgent implements Edge {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);

    private final AgentConfig config;
    private final AgentHome home;
    private final Clock clock = Clock.systemUTC();
    private final RandomGenerator random = new SecureRandom();
    private final Parts parts = new Parts();
    private volatile @Nullable HubLink link;
    private volatile @Nullable EdgeCamera camera;

    private EdgeAgent(AgentConfig config, AgentHome home) {
        this.config = config;
        this.home = home;
    }

    /** Starts everything; when one part refuses, those before it are stopped again. */
    static EdgeAgent start(AgentConfig config, KeyRing keys, FromAgent.Life life, AgentHome home) {
        EdgeAgent agent = new EdgeAgent(config, home);
        try {
            agent.start(keys, life);
            return agent;
        } catch (RuntimeException e) {
            agent.close();
            throw e;
        }
    }

    private void start(KeyRing keys, FromAgent.Life life) {
        Spool spool = Spool.open(home.folder(), clock, budget(), NativeSha256::new);
        parts.push("spool", spool);
        parts.push("upkeep", SpoolUpkeep.of(spool));
        SecondaryRules secondary = config.sending().secondary();
        if (secondary != null) {
            parts.push("secondary", copies(spool, secondary));
        }

        EdgeCamera started =
                EdgeCamera.start(config.access(), config.motion(), recording(), spool, clock, this::cameraIs);
        camera = started;

        LiveSessions live = new LiveSessions(config.hub(), source(started), this::say);
        Throttle throttle = new Throttle(rates(), () -> live.publishing() > 0, System::nanoTime);
        Uploads uploads = Uploads.open(config.hub(), spool, throttle, this::say, random);
        Bringing bringing = Bringing.start(spool, random);
        Identity identity = Identity.of(config, keys, life, AgentVersion.current());
        HubLink.Parts linked = new HubLink.Parts(identity, spool.outbox(), () -> vitals(spool), clock, random);
        spool.onBegun(this::tellGrowing);
        Hands hands = new Hands(spool, started, uploads, live, bringing);
        HubLink opened = HubLink.open(linked, order -> heed(order, hands));
        link = opened;

        // stopped from the last to the first: what still wants to say something goes before the link
        parts.push("link", opened);
        parts.push("uploads", uploads);
        parts.push("bringing", bringing);
        parts.push("camera", started);
        parts.push("live", live);
    }

    private void cameraIs(CameraState state) {
        LOG.info("the camera is {}", words(state));
        tellVitals();
    }

    private void tellVitals() {
        HubLink now = link;
        if (now != null) {
            now.vitalsChanged();
        }
    }

    /** Those who carry out orders. */
    private record Hands(Spool spool, EdgeCamera camera, Uploads uploads, LiveSessions live, Bringing bringing) {}

    private void heed(FromHub order, Hands hands) {
        Uploads uploads = hands.uploads();
        LiveSessions live = hands.live();
        switch (order) {
            case FromHub.UploadGrant grant -> uploads.told(grant);
            case FromHub.UploadCancel cancel -> uploads.told(cancel);
            case FromHub.UploadStored stored -> uploads.told(stored);
            case FromHub.ThumbnailGrant grant -> uploads.told(grant);
            case FromHub.LiveStart start -> live.told(start);
            case FromHub.LiveExtend extend -> live.told(extend);
            case FromHub.LiveStop stop -> live.told(stop);
            case FromHub.RecordOrder record -> ordered(hands.camera(), Duration.ofMillis(record.leaseMs()));
            case FromHub.Challenge c -> LOG.debug("a challenge is the link's business");
            case FromHub.Welcome w -> hands.spool().growing().forEach(this::tellGrowing);
            case FromHub.HeartbeatAck a -> LOG.debug("heartbeats are the link's business");
            case FromHub.EventsAck a -> LOG.debug("events are the link's business");
            case FromHub.KeyDue d -> LOG.debug("keys are the link's business");
            case FromHub.KeyRenewed r -> LOG.debug("keys are the link's business");
            case FromHub.VaultOffer offer -> hands.bringing().told(offer);
            case FromHub.VaultShut shut -> hands.bringing().shut();
            case FromHub.Bye b -> LOG.debug("a goodbye is the link's business");
        }
    }

    private void ordered(EdgeCamera recording, Duration lease) {
        LOG.info(lease.isZero() ? "no longer ordered to record" : "ordered to record for {} s", lease.toSeconds());
        recording.record(lease);
        tellVitals();
    }

    /** The hub may want what is sent at once before its end is known: whoever takes the box has not taken that. */
    private void tellGrowing(GrowingRecording recording) {
        switch (recording.delivery()) {
            case AT_ONCE -> {
                Duration age = Duration.between(recording.startedAt(), clock.instant());
                say(new FromAgent.RecordingBegun(recording.id(), Math.max(0, age.toMillis())));
            }
            case ON_DEMAND -> LOG.debug("recording {} stays here until it is asked for", recording.id());
        }
    }

    private void say(FromAgent message) {
        HubLink now = link;
        if (now == null || !now.say(message)) {
            LOG.debug("the hub does not hear {}", message);
        }
    }

    private Vitals vitals(Spool spool) {
        EdgeCamera now = camera;
        CameraState state = now == null ? CameraState.CONNECTING : now.state();
        Duration ordered = now == null ? Duration.ZERO : now.ordered();
        return SpoolVitals.of(spool, state, ordered);
    }

    private SpoolBudget budget() {
        AgentConfig.Keep keep = config.keep();
        return new SpoolBudget(keep.spoolBytes(), keep.age(), keep.freeBytes());
    }

    private RecordingSettings recording() {
        return new RecordingSettings(
                config.recording(), config.keep().preRoll(), config.keep().postRoll(), config.delivery());
    }

    private SecondaryCopies copies(Spool spool, SecondaryRules rules) {
        return SecondaryCopies.start(
                spool,
                config.tenant(),
                config.camera(),
                new CopyRules(rules.after(), rules.everything()),
                new MarkedFolder(rules.folder(), clock),
                random);
    }

    private SendRates rates() {
        return SendRates.ofKbit(
                config.sending().kbitPerSecond(), config.sending().watchedKbitPerSecond());
    }

    private static LiveSource source(EdgeCamera camera) {
        return listener -> {
            AutoCloseable heard = camera.subscribe(listener);
            return () -> Parts.closed("listener", heard);
        };
    }

    private static String words(CameraState state) {
        return switch (state) {
            case CONNECTING -> "being looked for";
            case STREAMING -> "streaming";
            case LOST -> "lost";
        };
    }

    @Override
    public void close() {
        parts.close();
    }
}
