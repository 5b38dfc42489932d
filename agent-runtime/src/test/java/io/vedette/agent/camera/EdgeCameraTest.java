package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.CameraBack;
import io.vedette.contracts.link.EventBody.CameraLost;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.lab.camera.Offer;
import io.vedette.lab.camera.TestCamera;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's camera against the test camera, over RTSP, with what cameras do to it. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class EdgeCameraTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private TestCamera camera;
    private Spool spool;
    private final BlockingQueue<CameraState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<EventBody> events = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws IOException {
        camera = Yard.glimpse();
        spool = Spool.open(home, Clock.systemUTC());
        spool.outbox()
                .onAppended(() -> spool.outbox().pending(spool.outbox().lastSeq() - 1, 1).stream()
                        .map(FromAgent.Event::body)
                        .filter(body -> body instanceof CameraLost || body instanceof CameraBack)
                        .forEach(events::add));
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
        camera.close();
    }

    private EdgeCamera start(CameraAccess settings) {
        return EdgeCamera.start(
                settings,
                MotionSettings.USUAL,
                RecordingSettings.usual(Delivery.ON_DEMAND),
                spool,
                Clock.systemUTC(),
                states::add);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T found = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(found).as("something within %s", PATIENCE).isNotNull();
        return found;
    }

    @Test
    void aWrongPasswordIsSaidInWordsThatDoNotHoldIt() throws Exception {
        EdgeCamera agent = start(Yard.withPassword(camera, "not-this-one"));
        try {
            EventBody said = next(events);

            assertThat(said)
                    .isEqualTo(new CameraLost("the camera refuses this user or password", CameraFault.PASSWORD));
            assertThat(agent.state()).isEqualTo(CameraState.CONNECTING);
        } finally {
            agent.close();
        }
        assertThat(events).as("the reason is told once").isEmpty();
    }

    @Test
    void anUnknownAddressAndAClosedPortAreToldApart() throws Exception {
        CameraAccess good = Yard.settings(camera);
        StreamAddress nowhere = StreamAddress.of(camera.mainUrl() + "2");
        EdgeCamera lost = start(new CameraAccess(nowhere, null, good.user(), good.password()));
        assertThat(next(events)).isEqualTo(lost(StreamEnded.Why.NOT_FOUND));
        lost.close();

        camera.stop();
        EdgeCamera refused = start(good);
        assertThat(next(events)).isEqualTo(lost(StreamEnded.Why.REFUSED));
        refused.close();
    }

    @Test
    void aCameraThatFallsSilentIsLostAndBackWhenItSpeaksAgain() throws Exception {
        EdgeCamera agent = start(Yard.settings(camera));
        try {
            assertThat(next(states)).isEqualTo(CameraState.STREAMING);

            camera.pause();
            assertThat(next(states)).isEqualTo(CameraState.LOST);
            assertThat(next(events)).isEqualTo(lost(StreamEnded.Why.TIMED_OUT));

            camera.resume();
            assertThat(next(states)).isEqualTo(CameraState.STREAMING);
            assertThat(next(events)).isEqualTo(new CameraBack());
        } finally {
            agent.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"VP8, UNSUPPORTED, CODEC", "SOUND_ONLY, NO_PICTURE, NO_STREAM"})
    void aStreamWeCannotTakeIsSaidAndCaptureBeginsAloneOnceItIsMended(
            Offer offer, StreamEnded.Why why, CameraFault fault) throws Exception {
        camera.offer(offer);
        EdgeCamera agent = start(Yard.settings(camera));
        try {
            assertThat(next(events)).isEqualTo(new CameraLost(why.words(), fault));
            assertThat(agent.state()).isEqualTo(CameraState.CONNECTING);

            camera.offer(Offer.USUAL);
            assertThat(next(events)).isEqualTo(new CameraBack());
            assertThat(next(states)).isEqualTo(CameraState.STREAMING);
        } finally {
            agent.close();
        }
    }

    @Test
    void aCameraThatWasSwitchedOffIsCapturedAgainAlone() throws Exception {
        EdgeCamera agent = start(Yard.settings(camera));
        try {
            assertThat(next(states)).isEqualTo(CameraState.STREAMING);
            camera.stop();
            EventBody said = next(events);
            while (!said.equals(lost(StreamEnded.Why.REFUSED))) {
                said = next(events); // the cut connection may be told first
            }

            camera.start();
            assertThat(next(events)).isEqualTo(new CameraBack());
        } finally {
            agent.close();
        }
    }

    @Test
    void aCameraLostInAnEarlierRunIsToldToBeBackOnce() throws Exception {
        spool.outbox().append(lost(StreamEnded.Why.REFUSED), Instant.now());
        assertThat(next(events)).isEqualTo(lost(StreamEnded.Why.REFUSED));

        EdgeCamera agent = start(Yard.settings(camera));
        try {
            assertThat(next(events)).isEqualTo(new CameraBack());
            assertThat(next(states)).isEqualTo(CameraState.STREAMING);
        } finally {
            agent.close();
        }
        assertThat(events).isEmpty();
    }

    private static CameraLost lost(StreamEnded.Why why) {
        return new CameraLost(why.words(), why.fault());
    }

    @Test
    void aListenerThatJoinsLateBeginsWithTheLastKeyFrame() throws Exception {
        EdgeCamera agent = start(Yard.settings(camera));
        try {
            Heard first = new Heard();
            try (AutoCloseable s = agent.subscribe(first)) {
                assertThat(next(first.fragments).key()).isTrue();
                next(first.fragments);
                Heard late = new Heard();
                Instant joined = Instant.now();
                try (AutoCloseable t = agent.subscribe(late)) {
                    assertThat(late.formats)
                            .as("handed over before subscribe returned")
                            .hasSize(1);
                    Fragment prewarmed = late.fragments.poll();
                    assertThat(prewarmed).isNotNull();
                    assertThat(prewarmed.key()).isTrue();
                    assertThat(prewarmed.capturedAt()).isBetween(joined.minusSeconds(4), joined);
                    assertThat(late.formats.getFirst().mime()).startsWith("video/mp4; codecs=\"avc1.");
                }
            }
        } finally {
            agent.close();
        }
    }

    @Test
    void afterALostConnectionFragmentsGoOnWithANewFormatAndAKeyFrame() throws Exception {
        EdgeCamera agent = start(Yard.settings(camera));
        Heard heard = new Heard();
        try (AutoCloseable s = agent.subscribe(heard)) {
            assertThat(next(heard.fragments).seq()).isEqualTo(1);
            camera.dropClients();

            Fragment afterwards = next(heard.fragments);
            while (afterwards.seq() != 1) {
                afterwards = next(heard.fragments);
            }
            assertThat(heard.formats).hasSize(2);
            assertThat(afterwards.key()).isTrue();
        } finally {
            agent.close();
        }
    }

    private static final class Heard implements FragmentListener {
        final List<StreamFormat> formats = java.util.Collections.synchronizedList(new ArrayList<>());
        final BlockingQueue<Fragment> fragments = new LinkedBlockingQueue<>();

        @Override
        public void format(StreamFormat format) {
            formats.add(format);
        }

        @Override
        public void fragment(Fragment fragment) {
            fragments.add(fragment);
        }
    }
}
