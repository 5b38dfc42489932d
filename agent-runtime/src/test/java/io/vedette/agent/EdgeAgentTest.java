package io.vedette.agent;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.camera.Yard;
import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.SendingRules;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.lab.camera.TestCamera;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent between a real camera stream and a scripted hub. */
@Timeout(180)
class EdgeAgentTest {
    private static final Duration A_FEW_LOOPS = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void motionBecomesAnEventAThumbnailAnUploadAndLivePictures() throws Exception {
        AgentHome home = AgentHome.at(folder).make();
        AgentKey key = AgentKey.in(home.keyFile());
        try (ScriptedHub hub = new ScriptedHub();
                TestCamera camera = Yard.glimpse()) {
            AgentConfig config = config(hub, camera);
            hub.knows(config.agent(), key.publicKey());
            try (EdgeAgent agent =
                    EdgeAgent.start(config, KeyRing.kept(home.keyFile()), new FromAgent.Life("this", 1), home)) {
                assertThat(agent).isNotNull();
                until(
                        "a heartbeat that sees pictures",
                        A_FEW_LOOPS,
                        () -> hub.heard(FromAgent.Heartbeat.class).stream()
                                .anyMatch(beat -> beat.camera() == CameraState.STREAMING));

                assertThat(Thread.getAllStackTraces().keySet())
                        .as("whose death would end the agent")
                        .extracting(Thread::getName)
                        .containsAll(LastWords.RECORDING);
                watchLive(hub);
                order(hub);

                until("a recording", A_FEW_LOOPS, () -> closed(hub).isPresent());
                RecordingClosed recording = closed(hub).orElseThrow();
                assertThat(hub.heard(FromAgent.RecordingBegun.class))
                        .extracting(FromAgent.RecordingBegun::recording)
                        .contains(recording.recording());
                assertThat(recording.clock()).as("the camera's clock").isNotNull();
                fetch(hub, recording);
                hub.say(new FromHub.ThumbnailGrant(recording.recording(), "/thumbnails/it", "picture"));
                until("its thumbnail", () -> hub.thumbnail("/thumbnails/it") != null);
            }
            assertThat(hub.heard(FromAgent.Bye.class)).hasSize(1);
            assertThat(hub.complaints()).isEmpty();
        }
    }

    private static void watchLive(ScriptedHub hub) {
        LiveSessionId session = LiveSessionId.fresh();
        hub.say(new FromHub.LiveStart(session, 1, "/live/it", "a ticket", 15_000));
        until(
                "live pictures",
                () -> !hub.published().isEmpty()
                        && hub.published().getFirst().frames().size() > 8);
        List<LiveFrame> frames = hub.published().getFirst().frames();
        assertThat(frames.get(0).kind()).isEqualTo(LiveFrame.Kind.INIT);
        assertThat(frames.get(1).key()).isTrue();
        hub.say(new FromHub.LiveStop(session));
        until("the end of it", () -> hub.published().getFirst().closed());
    }

    private static void order(ScriptedHub hub) {
        hub.say(new FromHub.RecordOrder(60_000));
        until(
                "a heartbeat that tells of the order",
                () -> hub.heard(FromAgent.Heartbeat.class).stream().anyMatch(EdgeAgentTest::isOrdered));
        hub.say(new FromHub.RecordOrder(0));
        until(
                "a heartbeat that tells of its end",
                () -> !isOrdered(hub.heard(FromAgent.Heartbeat.class).getLast()));
    }

    private static boolean isOrdered(FromAgent.Heartbeat beat) {
        Integer left = beat.orderedMs();
        return left != null && left > 0;
    }

    private static void fetch(ScriptedHub hub, RecordingClosed recording) throws Exception {
        FromHub.UploadGrant grant = hub.grant(recording.recording(), recording.bytes(), 100_000, true);
        hub.say(grant);
        until("all bytes", () -> hub.receivedBytes(grant) == recording.bytes());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(hub.received(grant));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(recording.sha256());
    }

    private static Optional<RecordingClosed> closed(ScriptedHub hub) {
        return hub.kept().stream()
                .map(FromAgent.Event::body)
                .filter(RecordingClosed.class::isInstance)
                .map(RecordingClosed.class::cast)
                .findFirst();
    }

    private static AgentConfig config(ScriptedHub hub, TestCamera camera) throws IOException {
        return new AgentConfig(
                hub.address(),
                TenantId.fresh(),
                AgentId.fresh(),
                CameraId.fresh(),
                "Yard",
                new CameraAccess(
                        StreamAddress.of(camera.mainUrl()),
                        StreamAddress.of(camera.subUrl()),
                        Yard.LOGIN.user(),
                        new Secret(Yard.LOGIN.password())),
                Delivery.AT_ONCE,
                new Keep(Keep.USUAL.spoolBytes(), Duration.ZERO, 0, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                MotionSettings.USUAL,
                RecordingRules.USUAL,
                SendingRules.USUAL,
                hub.key(),
                "");
    }
}
