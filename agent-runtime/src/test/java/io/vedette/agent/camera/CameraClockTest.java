package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.pipeline.CameraClock;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.Secret;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.lab.camera.CameraDoor;
import io.vedette.lab.camera.Mischief;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.proxy.Direction;
import io.vedette.lab.proxy.FaultProxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the agent knows of a camera's clock, by the camera's own reports. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class CameraClockTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final Duration AHEAD = Duration.ofSeconds(37);
    /** A test machine is busy; a picture may be so late in it. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private final BlockingQueue<Fragment> fragments = new LinkedBlockingQueue<>();

    private static TestCamera camera() throws Exception {
        return TestCamera.start(
                Yard.clip(ClipForm.USUAL), CameraDoor.usual(Yard.LOGIN), 0, Clock.offset(Clock.systemUTC(), AHEAD));
    }

    private static EdgeCamera start(int port, Spool spool) {
        CameraAccess access = new CameraAccess(
                StreamAddress.of("rtsp://127.0.0.1:" + port + "/main"),
                null,
                Yard.LOGIN.user(),
                new Secret(Yard.LOGIN.password()));
        return EdgeCamera.start(
                access,
                new MotionSettings(MotionMode.OFF, MotionAreas.WHOLE_PICTURE),
                RecordingSettings.usual(Delivery.ON_DEMAND),
                spool,
                Clock.systemUTC(),
                state -> {});
    }

    private Fragment next() throws InterruptedException {
        Fragment fragment = fragments.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(fragment).as("a fragment within %d s", PATIENCE_SECONDS).isNotNull();
        return fragment;
    }

    private AutoCloseable listen(EdgeCamera agent) {
        return agent.subscribe(new FragmentListener() {
            @Override
            public void format(StreamFormat format) {
                // any will do
            }

            @Override
            public void fragment(Fragment fragment) {
                fragments.add(fragment);
            }
        });
    }

    private CameraClock clock(EdgeCamera agent) throws InterruptedException {
        Optional<CameraClock> clock = agent.clock();
        while (clock.isEmpty()) {
            next();
            clock = agent.clock();
        }
        return clock.get();
    }

    @Test
    void aCameraWhoseClockIsAheadIsSeenToBe() throws Exception {
        try (TestCamera camera = camera();
                Spool spool = Spool.open(home, Clock.systemUTC());
                EdgeCamera agent = start(camera.port(), spool);
                AutoCloseable listening = listen(agent)) {
            assertThat(clock(agent).ahead()).isBetween(AHEAD.minus(BUSY), AHEAD.plusMillis(100));
        }
    }

    @Test
    void packetsThatAreHeldUpWidenWhatIsSaidAndDoNotMoveIt() throws Exception {
        try (TestCamera camera = camera();
                FaultProxy network = FaultProxy.before("127.0.0.1", camera.port());
                Spool spool = Spool.open(home, Clock.systemUTC());
                EdgeCamera agent = start(network.port(), spool);
                AutoCloseable listening = listen(agent)) {
            CameraClock before = clock(agent);

            network.delay(Direction.TO_CLIENT, Duration.ofMillis(800));
            CameraClock after = clock(agent);
            while (after.within().compareTo(Duration.ofMillis(350)) < 0) {
                next();
                after = clock(agent);
            }

            assertThat(after.ahead()).isGreaterThanOrEqualTo(before.ahead()).isLessThan(AHEAD.plusMillis(100));
        }
    }

    @Test
    void ofACameraThatDoesNotSayNothingIsKnown() throws Exception {
        try (TestCamera camera = camera();
                Spool spool = Spool.open(home, Clock.systemUTC())) {
            camera.misbehave(Mischief.NO_REPORTS);
            try (EdgeCamera agent = start(camera.port(), spool);
                    AutoCloseable listening = listen(agent)) {
                for (int heard = 0; heard < 12; heard++) {
                    next(); // three seconds, in which another camera has reported twice
                }
                assertThat(agent.clock()).isEmpty();
            }
        }
    }
}
