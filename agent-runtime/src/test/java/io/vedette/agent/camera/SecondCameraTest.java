package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vedette.agent.camera.ffmpeg.CameraSources;
import io.vedette.agent.camera.ffmpeg.PictureSource;
import io.vedette.agent.camera.ffmpeg.WatchedStream;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.config.Transport;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Outbox;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.Secret;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.CameraLost;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.lab.camera.GStreamerCamera;
import io.vedette.lab.camera.GStreamerCamera.MissingException;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.lab.reader.SoundReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent before a camera that was written by others: what they agree on is not a mistake of one of ours. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SecondCameraTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final int GROUP = 20;
    private static final long STEP_MS = 100;
    /** How late a loaded machine's encoder of pictures may begin beside that of sound. */
    private static final long MOST_MOVED_MS = GROUP * STEP_MS;

    private static final String PICTURES =
            "videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=640,height=360,framerate=10/1 ! ";
    private static final String SOUND =
            "audiotestsrc is-live=true wave=sine freq=440 volume=0.2 ! audio/x-raw,channels=1,";

    /** What is served, in the words of the pipeline. */
    enum Pictures {
        H264("x264enc tune=zerolatency speed-preset=ultrafast key-int-max=20 ! rtph264pay config-interval=-1"),
        /** Pictures are sent in another order than they are shown in. */
        H264_WITH_B_FRAMES("x264enc bframes=2 b-adapt=false rc-lookahead=0 speed-preset=veryfast key-int-max=20"
                + " ! video/x-h264,profile=main ! rtph264pay config-interval=-1"),
        /** Parameter sets in the description alone. */
        H264_DESCRIBED_ONCE("x264enc tune=zerolatency speed-preset=ultrafast key-int-max=20"
                + " ! h264parse ! video/x-h264,stream-format=avc ! rtph264pay config-interval=0"),
        H265("x265enc tune=zerolatency speed-preset=ultrafast key-int-max=20 ! rtph265pay config-interval=-1");

        private final String pipeline;
        private final int mostOdd;

        Pictures(String coding) {
            this.pipeline = PICTURES + coding + " name=pay0 pt=96";
            // what a report moves begins in the order of sending, and may be shown around what was sent before it
            this.mostOdd = coding.contains("bframes") ? 3 : 2;
        }
    }

    /** Likewise; none is a camera without a microphone. */
    enum Sound {
        NONE(""),
        AAC(SOUND + "rate=16000 ! voaacenc ! aacparse ! rtpmp4gpay name=pay1 pt=97"),
        OPUS(SOUND + "rate=48000 ! opusenc ! rtpopuspay name=pay1 pt=97"),
        PCMU(SOUND + "rate=8000 ! mulawenc ! rtppcmupay name=pay1 pt=0"),
        L16(SOUND + "rate=16000 ! audioconvert ! rtpL16pay name=pay1 pt=97");

        private final String pipeline;

        Sound(String pipeline) {
            this.pipeline = pipeline;
        }
    }

    @TempDir
    Path home;

    private Spool spool;
    private final BlockingQueue<EventBody> events = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        spool = Spool.open(home, Clock.systemUTC());
        Outbox outbox = spool.outbox();
        outbox.onAppended(() -> outbox.pending(outbox.lastSeq() - 1, 1).forEach(event -> events.add(event.body())));
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private static GStreamerCamera camera(Pictures pictures, Sound sound) throws IOException {
        try {
            return GStreamerCamera.start(Yard.LOGIN, Map.of("/main", pictures.pipeline + " " + sound.pipeline));
        } catch (MissingException e) {
            return abort("no second camera on this machine, " + e.getMessage()
                    + "; it comes with Debian's gstreamer1.0-rtsp, gir1.2-gst-rtsp-server-1.0, python3-gi,"
                    + " gstreamer1.0-plugins-base, -good, -bad and -ugly");
        }
    }

    private static CameraAccess access(GStreamerCamera camera, String password, Transport transport) {
        return new CameraAccess(
                StreamAddress.of(camera.url("/main")), null, Yard.LOGIN.user(), new Secret(password), transport, null);
    }

    /** Everything is recorded, in recordings of 5 s or the next key frame after it. */
    private EdgeCamera start(GStreamerCamera camera, String password, Transport transport) {
        RecordingRules always = new RecordingRules(RecordMode.ALWAYS, Duration.ofSeconds(5), Timetable.ALWAYS, null);
        return EdgeCamera.start(
                access(camera, password, transport),
                new MotionSettings(MotionMode.ECO, MotionAreas.WHOLE_PICTURE),
                new RecordingSettings(always, Duration.ofSeconds(1), Duration.ofSeconds(1), Delivery.ON_DEMAND),
                spool,
                Clock.systemUTC(),
                state -> {});
    }

    private <T extends EventBody> T next(Class<T> kind, EdgeCamera agent) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); ; ) {
            EventBody said = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(said)
                    .as("%s within %d s, state %s", kind.getSimpleName(), PATIENCE_SECONDS, agent.state())
                    .isNotNull();
            if (kind.isInstance(said)) {
                return kind.cast(said);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H264, AAC, TCP, 'avc1.42[0-9a-f]{4},mp4a.40.2', 64",
        "H264, AAC, UDP, 'avc1.42[0-9a-f]{4},mp4a.40.2', 64",
        "H264, OPUS, TCP, 'avc1.42[0-9a-f]{4},opus', 20",
        "H264, PCMU, UDP, 'avc1.42[0-9a-f]{4},mp4a.40.2', 128",
        "H264, L16, TCP, 'avc1.42[0-9a-f]{4},mp4a.40.2', 64",
        "H264_WITH_B_FRAMES, NONE, TCP, 'avc1.4d[0-9a-f]{4}', 0",
        "H264_WITH_B_FRAMES, AAC, UDP, 'avc1.4d[0-9a-f]{4},mp4a.40.2', 64",
        "H264_DESCRIBED_ONCE, AAC, TCP, 'avc1.42[0-9a-f]{4},mp4a.40.2', 64",
        "H265, AAC, TCP, 'hvc1\\.1\\.6\\.L[0-9]+\\.[0-9A-F.]+,mp4a.40.2', 64",
        "H265, OPUS, UDP, 'hvc1\\.1\\.6\\.L[0-9]+\\.[0-9A-F.]+,opus', 20"
    })
    void isRecordedAndWhatIsRecordedPlays(
            Pictures pictures, Sound sound, Transport transport, String codecs, long soundFrameMs) throws Exception {
        try (GStreamerCamera camera = camera(pictures, sound);
                EdgeCamera agent = start(camera, Yard.LOGIN.password(), transport)) {
            RecordingClosed closed = next(RecordingClosed.class, agent);

            assertThat(closed.mime()).matches("video/mp4; codecs=\"" + codecs + "\"");
            Decoded decoded = RecordingReader.decode(
                    spool.find(closed.recording()).orElseThrow().file());
            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.startsWithKey()).isTrue();
            assertThat(List.of(decoded.width(), decoded.height())).containsExactly(640, 360);
            assertThat(decoded.pictures().size() % GROUP)
                    .as("pictures beyond whole groups")
                    .isZero();
            assertThat(closed.durationMs())
                    .as("as long as its pictures, and for the time by which a report moves them against the sound")
                    .isCloseTo(decoded.pictures().size() * STEP_MS, within(sound == Sound.NONE ? 500L : MOST_MOVED_MS));
            assertThat(uneven(decoded))
                    .as(
                            "pictures that are shown at odd times: behind the first, and where tracks are put right by a report")
                    .isLessThanOrEqualTo(pictures.mostOdd);
            assertThat(decoded.hasAudio()).isEqualTo(sound != Sound.NONE);
            if (sound != Sound.NONE) {
                Duration silence = Duration.ofMillis(closed.durationMs()).minus(decoded.audioDuration());
                assertThat(silence.abs())
                        .as(
                                "sound as long as pictures, but for the time by which a report moves them against each other")
                        .isLessThan(Duration.ofMillis(2 * soundFrameMs + MOST_MOVED_MS));
                Path file = spool.find(closed.recording()).orElseThrow().file();
                assertThat(SoundReader.share(file, 440)).as("the tone").isGreaterThan(0.8);
            }
        }
    }

    /** How many pictures are not shown a tenth of a second after the one that is stored before them. */
    private static long uneven(Decoded decoded) {
        List<Decoded.Picture> shown = decoded.pictures();
        return IntStream.range(1, shown.size())
                .mapToLong(i -> shown.get(i).pts().minus(shown.get(i - 1).pts()).toMillis())
                .filter(step -> Math.abs(step - STEP_MS) > STEP_MS / 3)
                .count();
    }

    @Test
    void aKeyFrameAloneIsAPictureThoughOthersWouldBeShownBeforeTheNext() throws Exception {
        try (GStreamerCamera camera = camera(Pictures.H264_WITH_B_FRAMES, Sound.NONE);
                WatchedStream stream = CameraSources.open(
                        StreamAddress.of(camera.url("/main")),
                        access(camera, Yard.LOGIN.password(), Transport.TCP),
                        false,
                        new StreamStop(),
                        System::nanoTime);
                PictureSource keyFrames = stream.pictures(true)) {
            for (int keys = 0; keys < 2; ) {
                if (stream.next().key()) {
                    keys++;
                    assertThat(keyFrames.picture()).as("key frame %d", keys).isPresent();
                }
            }
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndSaidToBe() throws Exception {
        try (GStreamerCamera camera = camera(Pictures.H264, Sound.NONE);
                EdgeCamera agent = start(camera, "not this one", Transport.TCP)) {
            assertThat(next(CameraLost.class, agent).reason()).isEqualTo(StreamEnded.Why.UNAUTHORISED.words());
        }
    }
}
