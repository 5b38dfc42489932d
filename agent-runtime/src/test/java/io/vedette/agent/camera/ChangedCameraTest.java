package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Outbox;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.lab.camera.Offer;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A camera that is set up anew while the agent watches it, and comes back as another. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ChangedCameraTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final String H264_AAC = "video/mp4; codecs=\"avc1\\.4d[0-9a-f]{4},mp4a\\.40\\.2\"";

    @TempDir
    Path home;

    private final BlockingQueue<RecordingClosed> recordings = new LinkedBlockingQueue<>();
    private final BlockingQueue<StreamFormat> formats = new LinkedBlockingQueue<>();

    private interface Change {
        void of(TestCamera camera) throws Exception;
    }

    static Stream<Arguments> changes() {
        Change codec = camera -> camera.play(Yard.clip(new ClipForm(ClipForm.Pictures.H265, ClipForm.Sound.AAC)));
        Change size = camera -> camera.offer(Offer.SMALL);
        Change sound = camera -> camera.play(Yard.clip(new ClipForm(ClipForm.Pictures.H264, ClipForm.Sound.OPUS)));
        return Stream.of(
                Arguments.of("H.265", codec, "video/mp4; codecs=\"hvc1\\..*,mp4a\\.40\\.2\"", 1280),
                Arguments.of("another size", size, H264_AAC, 640),
                Arguments.of("another sound", sound, "video/mp4; codecs=\"avc1\\..*,opus\"", 1280));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isRecordedAndShownAsWhatItIsNow(String name, Change change, String mime, int width) throws Exception {
        try (TestCamera camera = Yard.glimpse();
                Spool spool = Spool.open(home, Clock.systemUTC());
                EdgeCamera agent = start(camera, spool);
                AutoCloseable live = agent.subscribe(listener())) {
            assertThat(next(formats).mime()).as("before").matches(H264_AAC);

            change.of(camera);
            camera.dropClients();

            StreamFormat after = next(formats);
            assertThat(after.mime()).as("live, after it").matches(mime);
            assertThat(after.width()).isEqualTo(width);
            RecordingClosed last = next(recordings);
            while (!last.mime().equals(after.mime()) || last.width() != width) {
                assertThat(last.mime()).as("recorded before").matches(H264_AAC);
                assertThat(decoded(spool, last).decodeErrors()).isZero();
                last = next(recordings);
            }
            Decoded decoded = decoded(spool, last);
            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.width()).isEqualTo(width);
            assertThat(decoded.hasAudio()).isTrue();
        }
    }

    /** Everything is recorded, in recordings of 5 s or the next key frame after it. */
    private EdgeCamera start(TestCamera camera, Spool spool) {
        Outbox outbox = spool.outbox();
        outbox.onAppended(() -> outbox.pending(outbox.lastSeq() - 1, 1).forEach(event -> {
            if (event.body() instanceof RecordingClosed closed) {
                recordings.add(closed);
            }
        }));
        RecordingRules always = new RecordingRules(RecordMode.ALWAYS, Duration.ofSeconds(5), Timetable.ALWAYS, null);
        RecordingSettings settings =
                new RecordingSettings(always, Duration.ofSeconds(1), Duration.ofSeconds(1), Delivery.ON_DEMAND);
        return EdgeCamera.start(
                Yard.settings(camera), MotionSettings.USUAL, settings, spool, Clock.systemUTC(), state -> {});
    }

    private FragmentListener listener() {
        return new FragmentListener() {
            @Override
            public void format(StreamFormat format) {
                formats.add(format);
            }

            @Override
            public void fragment(Fragment fragment) {
                // only what they are is looked at
            }
        };
    }

    private static Decoded decoded(Spool spool, RecordingClosed closed) throws Exception {
        return RecordingReader.decode(
                spool.find(closed.recording()).orElseThrow().file());
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T found = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(found).as("something within %d s", PATIENCE_SECONDS).isNotNull();
        return found;
    }
}
