package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.check.SpoolCheck;
import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Depth;
import io.vedette.agent.spool.Outbox;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.CameraLost;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.lab.camera.Mischief;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A camera that does everything wrong. Whatever it does, the agent lives, says what is the matter, keeps what was whole, and goes on
 * as soon as the camera behaves.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class HostileCameraTest {
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    Path home;

    private final BlockingQueue<EventBody> events = new LinkedBlockingQueue<>();

    private Spool spool() {
        Spool spool = Spool.open(home, Clock.systemUTC());
        Outbox outbox = spool.outbox();
        outbox.onAppended(() -> outbox.pending(outbox.lastSeq() - 1, 1).forEach(event -> events.add(event.body())));
        return spool;
    }

    /** Everything is recorded, in recordings of 5 s or the next key frame after it. */
    private static EdgeCamera start(TestCamera camera, Spool spool) {
        RecordingRules always = new RecordingRules(RecordMode.ALWAYS, Duration.ofSeconds(5), Timetable.ALWAYS, null);
        RecordingSettings settings =
                new RecordingSettings(always, Duration.ofSeconds(1), Duration.ofSeconds(1), Delivery.ON_DEMAND);
        return EdgeCamera.start(
                Yard.settings(camera), MotionSettings.USUAL, settings, spool, Clock.systemUTC(), state -> {});
    }

    private <T extends EventBody> T next(Class<T> kind) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); ; ) {
            EventBody said = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(said)
                    .as("%s within %d s", kind.getSimpleName(), PATIENCE_SECONDS)
                    .isNotNull();
            if (kind.isInstance(said)) {
                return kind.cast(said);
            }
        }
    }

    /** Pictures come, and can be decoded by somebody else; a recording of what was still under way may be spoiled. */
    private void recovers(TestCamera camera, Spool spool) throws Exception {
        camera.misbehave(Mischief.NONE);
        camera.dropClients();
        Instant since = Instant.now();
        RecordingClosed closed = begunSince(since);
        if (decoded(spool, closed).decodeErrors() > 0) {
            closed = begunSince(since);
        }
        assertThat(decoded(spool, closed).decodeErrors()).isZero();
    }

    private RecordingClosed begunSince(Instant since) throws InterruptedException {
        RecordingClosed closed = next(RecordingClosed.class);
        while (closed.startedAt().isBefore(since)) {
            closed = next(RecordingClosed.class);
        }
        return closed;
    }

    private static Decoded decoded(Spool spool, RecordingClosed closed) throws Exception {
        return RecordingReader.decode(
                spool.find(closed.recording()).orElseThrow().file());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "GARBAGE_ANSWERS",
                "ENDLESS_HEADER",
                "HUGE_BODY",
                "REDIRECT",
                "GARBAGE_DESCRIPTION",
                "MANY_STREAMS",
                "GARBAGE_CHANNELS",
                "SHORT_PACKETS",
                "NO_KEY_FRAMES",
                "ENDLESS_PICTURE"
            })
    void isSaidToBeLostAndIsBackOnceItBehaves(Mischief mischief) throws Exception {
        try (TestCamera camera = Yard.glimpse();
                Spool spool = spool()) {
            camera.misbehave(mischief);
            try (EdgeCamera agent = start(camera, spool)) {
                assertThat(next(CameraLost.class).reason()).isNotBlank();
                recovers(camera, spool);
            }
        }
        assertThat(SpoolCheck.run(home, Depth.HASHES, line -> {})).isEqualTo(SpoolCheck.WELL);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"GARBAGE_PAYLOADS", "GARBAGE_PARAMETERS", "FLOOD", "FLAPS"})
    void doesNoHarmWhileItIsAtItAndNoneAfterwards(Mischief mischief) throws Exception {
        try (TestCamera camera = Yard.glimpse();
                Spool spool = spool();
                EdgeCamera agent = start(camera, spool)) {
            RecordingClosed before = next(RecordingClosed.class);
            camera.misbehave(mischief);
            next(EventBody.class); // what was begun right before ends in a recording or in words, and not in silence
            recovers(camera, spool);
            assertThat(decoded(spool, before).decodeErrors())
                    .as("what was whole stays whole")
                    .isZero();
        }
        assertThat(SpoolCheck.run(home, Depth.HASHES, line -> {})).isEqualTo(SpoolCheck.WELL);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CLOCK_JUMPS_ON", "CLOCK_JUMPS_BACK", "CLOCK_STANDS", "CLOCK_WRAPS"})
    void whateverItsClockSaysARecordingIsAsLongAsItTook(Mischief mischief) throws Exception {
        try (TestCamera camera = Yard.glimpse();
                Spool spool = spool()) {
            camera.misbehave(mischief);
            try (EdgeCamera agent = start(camera, spool)) {
                RecordingClosed first = next(RecordingClosed.class);
                RecordingClosed second = next(RecordingClosed.class);
                for (RecordingClosed closed : List.of(first, second)) {
                    Decoded decoded = decoded(spool, closed);
                    assertThat(decoded.decodeErrors()).isZero();
                    assertThat(closed.durationMs()).isBetween(4_000L, 8_500L);
                    assertThat(decoded.pictures().size() * 100L)
                            .as("pictures of a tenth of a second")
                            .isBetween(closed.durationMs() - 1_500, closed.durationMs() + 1_500);
                }
                assertThat(agent.state()).isEqualTo(io.vedette.contracts.link.CameraState.STREAMING);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SIZE_CHANGES")
    void aPictureOfAnotherSizeIsAnotherRecording(Mischief mischief) throws Exception {
        try (TestCamera camera = Yard.glimpse();
                Spool spool = spool()) {
            camera.misbehave(mischief);
            try (EdgeCamera agent = start(camera, spool)) {
                RecordingClosed first = next(RecordingClosed.class);
                RecordingClosed second = next(RecordingClosed.class);
                assertThat(List.of(first.width(), second.width())).containsExactlyInAnyOrder(1280, 640);
                assertThat(decoded(spool, first).decodeErrors()).isZero();
                assertThat(decoded(spool, second).decodeErrors()).isZero();
                assertThat(decoded(spool, second).width()).isEqualTo(second.width());
                assertThat(agent.state()).isEqualTo(io.vedette.contracts.link.CameraState.STREAMING);
            }
        }
    }
}
