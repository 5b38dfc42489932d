package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.agent.camera.jpeg.JpegStream;
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
import io.vedette.lab.camera.CameraCertificate;
import io.vedette.lab.camera.CameraDoor;
import io.vedette.lab.camera.MjpegCamera;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.clip.ClipForm.Pictures;
import io.vedette.lab.clip.ClipForm.Sound;
import io.vedette.lab.clip.ClipJpegs;
import io.vedette.lab.clip.ClipPlan;
import io.vedette.lab.clip.SoundTrackMaker;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.lab.reader.SoundReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What cameras send and how they are reached: each of it becomes a recording that a stranger can decode. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class CameraFormsTest {
    private static final int PATIENCE_SECONDS = 60;
    /** That a recording may be limited to. */
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    @TempDir
    Path home;

    @TempDir
    Path certificates;

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

    private EdgeCamera start(CameraAccess access) {
        return start(access, RecordingSettings.usual(Delivery.ON_DEMAND));
    }

    private EdgeCamera start(CameraAccess access, RecordingSettings settings) {
        return start(access, MotionMode.EVERY_FRAME, settings);
    }

    private EdgeCamera start(CameraAccess access, MotionMode mode, RecordingSettings settings) {
        MotionSettings motion = new MotionSettings(mode, MotionAreas.WHOLE_PICTURE);
        return EdgeCamera.start(access, motion, settings, spool, Clock.systemUTC(), state -> {});
    }

    private static CameraAccess access(TestCamera camera, Transport transport, @Nullable Path trust) {
        return new CameraAccess(
                StreamAddress.of(camera.mainUrl()),
                StreamAddress.of(camera.subUrl()),
                Yard.LOGIN.user(),
                new Secret(Yard.LOGIN.password()),
                transport,
                trust);
    }

    /** The first recording of somebody who crosses, once the agent has it. */
    private RecordingClosed recordedCrossing(CameraAccess access) throws Exception {
        try (EdgeCamera agent = start(access, shortly(RecordingRules.USUAL))) {
            return recordedBy(agent);
        }
    }

    /** The first seconds of the camera, whatever happens in them. */
    private RecordingClosed recorded(CameraAccess access) throws Exception {
        try (EdgeCamera agent = start(access, always(SHORTEST))) {
            return recordedBy(agent);
        }
    }

    private static RecordingSettings always(Duration longest) {
        return shortly(new RecordingRules(RecordMode.ALWAYS, longest, Timetable.ALWAYS, null));
    }

    /** With no more around what moves than the time between two key frames. */
    private static RecordingSettings shortly(RecordingRules rules) {
        return new RecordingSettings(rules, Duration.ofSeconds(1), Duration.ofSeconds(1), Delivery.ON_DEMAND);
    }

    private RecordingClosed recordedBy(EdgeCamera agent) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); ; ) {
            EventBody said = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(said)
                    .as("a recording within %d s, state %s", PATIENCE_SECONDS, agent.state())
                    .isNotNull();
            if (said instanceof RecordingClosed closed) {
                return closed;
            }
        }
    }

    private Decoded decoded(RecordingClosed closed) throws Exception {
        return RecordingReader.decode(
                spool.find(closed.recording()).orElseThrow().file());
    }

    @ParameterizedTest
    @CsvSource({
        "H264, PCMU, 'avc1.4d[0-9a-f]{4},mp4a.40.2', 128",
        "H264, PCMA, 'avc1.4d[0-9a-f]{4},mp4a.40.2', 128",
        "H264, L16, 'avc1.4d[0-9a-f]{4},mp4a.40.2', 64",
        "H264, OPUS, 'avc1.4d[0-9a-f]{4},opus', 20",
        "H265, AAC, 'hvc1\\.1\\.6\\.L[0-9]+\\.[0-9A-F.]+,mp4a.40.2', 64"
    })
    void isRecordedAsItCameAndSoundThatNoPlayerKnowsAsAac(
            Pictures pictures, Sound sound, String codecs, long soundFrameMs) throws Exception {
        try (TestCamera camera = Yard.glimpse(new ClipForm(pictures, sound))) {
            RecordingClosed closed = recordedCrossing(access(camera, Transport.TCP, null));

            assertThat(closed.mime()).matches("video/mp4; codecs=\"" + codecs + "\"");
            assertThat(List.of(closed.width(), closed.height())).containsExactly(1280, 720);
            Decoded decoded = decoded(closed);
            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.startsWithKey()).isTrue();
            assertThat(decoded.pictures()).hasSize(Math.round(closed.durationMs() / 100f));
            Duration silence = Duration.ofMillis(closed.durationMs()).minus(decoded.audioDuration());
            assertThat(silence.abs())
                    .as("sound as long as pictures")
                    .isLessThan(Duration.ofMillis(2 * soundFrameMs + 150));
            Path file = spool.find(closed.recording()).orElseThrow().file();
            assertThat(SoundReader.share(file, SoundTrackMaker.HERTZ))
                    .as("the hum in the sound")
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void datagramsAreRecordedLikeAnyOtherPacket() throws Exception {
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL)) {
            Decoded decoded = decoded(recorded(access(camera, Transport.UDP, null)));

            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.startsWithKey()).isTrue();
        }
    }

    @Test
    void aCameraThatAsksForThePasswordTheOldWayGetsIt() throws Exception {
        try (TestCamera camera =
                Yard.glimpse(ClipForm.USUAL, CameraDoor.usual(Yard.LOGIN).withBasic())) {
            assertThat(recorded(access(camera, Transport.TCP, null)).bytes()).isPositive();
        }
    }

    @Test
    void overTlsACameraWhoseCertificateIsKnownIsRecorded() throws Exception {
        CameraCertificate certificate = CameraCertificate.make(certificates, "ip:127.0.0.1");
        CameraDoor door = CameraDoor.usual(Yard.LOGIN).withTls(certificate.context());
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL, door)) {
            assertThat(recorded(access(camera, Transport.TCP, certificate.pem()))
                            .bytes())
                    .isPositive();
        }
    }

    @Test
    void overTlsACameraWhoseCertificateNobodyKnowsLearnsNoPassword() throws Exception {
        CameraDoor door = CameraDoor.usual(Yard.LOGIN)
                .withTls(CameraCertificate.make(certificates, "ip:127.0.0.1").context());
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL, door);
                EdgeCamera agent = start(access(camera, Transport.TCP, null))) {
            EventBody said = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(said).isEqualTo(lost(StreamEnded.Why.UNTRUSTED));
            assertThat(agent.state()).isNotEqualTo(io.vedette.contracts.link.CameraState.STREAMING);
        }
    }

    @Test
    void overTlsACertificateThatIsNotTheNamedOneIsNotTheCamera() throws Exception {
        CameraDoor door = CameraDoor.usual(Yard.LOGIN)
                .withTls(CameraCertificate.make(certificates, "ip:127.0.0.1").context());
        Path elsewhere = java.nio.file.Files.createDirectory(certificates.resolve("elsewhere"));
        CameraCertificate other = CameraCertificate.make(elsewhere, "ip:127.0.0.1");
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL, door);
                EdgeCamera agent = start(access(camera, Transport.TCP, other.pem()))) {
            EventBody said = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(said).as("state %s", agent.state()).isEqualTo(lost(StreamEnded.Why.UNTRUSTED));
        }
    }

    @Test
    void whoAsksForItGetsARecordingOfAPictureInWhichNothingHasToMove() throws Exception {
        RecordingRules rules = new RecordingRules(RecordMode.ON_ORDER, Duration.ofSeconds(60), Timetable.ALWAYS, null);
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL);
                EdgeCamera agent = start(access(camera, Transport.TCP, null), MotionMode.OFF, shortly(rules))) {
            agent.record(Duration.ofSeconds(4));
            RecordingClosed closed = recordedBy(agent);

            // from the first key frame after the connection to the one after lease and post-roll
            assertThat(closed.durationMs()).isBetween(2_000L, 8_100L);
            assertThat(decoded(closed).decodeErrors()).isZero();
            assertThat(spool.thumbnail(closed.recording()))
                    .as("nothing was decoded")
                    .isEmpty();
        }
    }

    private static MjpegCamera jpegs() throws Exception {
        return jpegs(MjpegCamera.Asking.BASIC);
    }

    private static MjpegCamera jpegs(MjpegCamera.Asking asking) throws Exception {
        return MjpegCamera.start(ClipJpegs.of(ClipPlan.glimpse()), Duration.ofMillis(100), Yard.LOGIN, asking);
    }

    private static CameraAccess alone(String url) {
        return new CameraAccess(StreamAddress.of(url), null, Yard.LOGIN.user(), new Secret(Yard.LOGIN.password()));
    }

    @Test
    void picturesInJpegAreEncodedOnceAndWhatMovesInThemIsSeen() throws Exception {
        try (MjpegCamera camera = jpegs();
                EdgeCamera agent = start(alone(camera.url()))) {
            RecordingClosed closed = recordedBy(agent);

            assertThat(closed.mime()).matches("video/mp4; codecs=\"avc1.4d[0-9a-f]{4}\"");
            assertThat(List.of(closed.width(), closed.height())).containsExactly(640, 360);
            Decoded decoded = decoded(closed);
            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.startsWithKey()).isTrue();
            assertThat(closed.durationMs()).isGreaterThan(4_000);
            assertThat(decoded.pictures().size())
                    .isBetween(Math.round(closed.durationMs() / 130f), Math.round(closed.durationMs() / 90f));
        }
    }

    @Test
    void aCameraThatSendsUsElsewhereIsNotFollowed() throws Exception {
        try (MjpegCamera camera = jpegs();
                EdgeCamera agent = start(alone(camera.redirectingUrl()))) {
            assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("state %s", agent.state())
                    .isEqualTo(lost(StreamEnded.Why.NOT_FOUND));
            assertThat(camera.asked()).as("requests where we were sent").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCameraInJpegThatRefusesThePasswordIsSaidToAndIsOfferedItOnce(MjpegCamera.Asking asking) throws Exception {
        try (MjpegCamera camera = jpegs(asking);
                EdgeCamera agent = start(new CameraAccess(
                        StreamAddress.of(camera.url()), null, Yard.LOGIN.user(), new Secret("not this one")))) {
            assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("state %s", agent.state())
                    .isEqualTo(lost(StreamEnded.Why.UNAUTHORISED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCameraInJpegGetsThePasswordInTheWayItAsksForIt(MjpegCamera.Asking asking) throws Exception {
        try (MjpegCamera camera = jpegs(asking);
                JpegStream stream =
                        JpegStream.open(StreamAddress.of(camera.url()), alone(camera.url()), new StreamStop())) {
            assertThat(stream.next()).startsWith(0xff, 0xd8);
            assertThat(camera.asked()).as("answers with pictures in them").isOne();
        }
    }

    @Test
    void aFilmIsPlayedAgainAndAgainAtItsOwnPace() throws Exception {
        RecordingClosed filmed;
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL)) {
            filmed = recordedCrossing(access(camera, Transport.TCP, null));
        }
        events.clear();
        Path film = spool.find(filmed.recording()).orElseThrow().file();
        CameraAccess access = new CameraAccess(StreamAddress.of(film.toUri().toString()), null, "", new Secret(""));
        Duration twice = Duration.ofMillis(2 * filmed.durationMs()).plusMillis(100);
        try (EdgeCamera agent = start(access, always(twice))) {
            RecordingClosed closed = recordedBy(agent);

            assertThat(closed.durationMs())
                    .as("from twice the film to the second key frame after that")
                    .isBetween(twice.toMillis(), twice.toMillis() + 4_100);
            assertThat(spool.thumbnail(closed.recording())).isPresent();
            Decoded decoded = decoded(closed);
            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.pictures().size()).isCloseTo((int) (closed.durationMs() / 100), within(3));
        }
    }

    private static CameraLost lost(StreamEnded.Why why) {
        return new CameraLost(why.words(), why.fault());
    }
}
