package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.agent.check.SpoolCheck;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Depth;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.MotionMarks;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.Crossing;
import io.vedette.lab.reader.ClockReader;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.lab.truth.GroundTruth;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Camera to files, all of it real: the yard over RTSP, watched, cut, written, read by a stranger and compared with the
 * clock in the picture. Lasts as long as the yard's three crossings do, about 55 s.
 */
@Timeout(150)
class YardMinuteTest {
    private static final Duration GROUP = Duration.ofSeconds(2);

    @TempDir
    Path home;

    private record Kept(RecordingClosed said, Decoded holds, Duration thumbnail) {
        Duration from() {
            return holds.firstPosition().orElseThrow();
        }

        Duration to() {
            return holds.lastPosition().orElseThrow();
        }

        boolean holds(Crossing crossing) {
            return from().toMillis() <= crossing.startMs() && to().toMillis() >= crossing.endMs() - 100;
        }

        boolean touches(long fromMs, long toMs) {
            return from().toMillis() < toMs && to().toMillis() >= fromMs;
        }
    }

    @Test
    void eachCrossingLiesInExactlyOneRecordingAndTheLightSwitchInNone() throws Exception {
        RecordingSettings settings = RecordingSettings.usual(Delivery.AT_ONCE);
        try (TestCamera camera = Yard.minute();
                Spool spool = Spool.open(home, Clock.systemUTC())) {
            GroundTruth truth = camera.truth();
            List<Kept> kept = record(camera, settings, spool, truth.crossings().size());

            for (Crossing crossing : truth.crossings()) {
                List<Kept> with = kept.stream()
                        .filter(k -> k.touches(crossing.startMs(), crossing.endMs()))
                        .toList();
                assertThat(with).as(crossing.name()).hasSize(1);
                Kept only = with.getFirst();
                assertThat(only.holds(crossing)).as(crossing.name()).isTrue();
                assertThat(only.from())
                        .isGreaterThanOrEqualTo(Duration.ofMillis(crossing.startMs())
                                .minus(settings.preRoll())
                                .minus(GROUP));
                assertThat(only.to())
                        .isLessThanOrEqualTo(Duration.ofMillis(crossing.endMs())
                                .plus(settings.postRoll())
                                .plus(GROUP));
                assertThat(only.thumbnail().toMillis()).isBetween(crossing.startMs(), crossing.endMs());
                assertMarked(only, crossing);
            }
            assertThat(kept).noneMatch(k -> k.touches(truth.lightSwitchMs(), truth.lightSwitchMs() + 1000));
            assertThat(kept).allSatisfy(k -> {
                assertThat(k.holds().decodeErrors()).isZero();
                assertThat(k.holds().startsWithKey()).isTrue();
                assertThat(k.holds().hasAudio()).isTrue();
                // Ten pictures a second; the label is the moment of arrival of what the clock shows.
                assertThat((double) k.holds().pictures().size())
                        .as("a camera's first step may be a little longer")
                        .isCloseTo(k.said().durationMs() / 100.0, within(1.0));
                assertThat(truth.positionAt(k.said().startedAt())
                                .minus(k.from())
                                .toMillis())
                        .isBetween(0L, 400L);
            });
            assertThat(SpoolCheck.run(home, Depth.HASHES, line -> {})).isEqualTo(SpoolCheck.WELL);
        }
    }

    /** It is told when it moved: within the crossing alone, and for most of it. */
    private static void assertMarked(Kept kept, Crossing crossing) {
        MotionMarks marks = Objects.requireNonNull(kept.said().motion());
        double first = (crossing.startMs() - kept.from().toMillis()) / 1000.0;
        double last = (crossing.endMs() - kept.from().toMillis()) / 1000.0;
        assertThat(marks.movedSeconds().stream().boxed())
                .as(crossing.name())
                .allMatch(second -> second > first - 1.5 && second < last + 1.5)
                .hasSizeGreaterThanOrEqualTo((int) ((last - first) / 2));
        assertThat(marks.heatCells()).contains((byte) 0).isNotEqualTo(new byte[MotionMarks.CELLS]);
        assertThat(marks.blindMs()).isLessThan(2000);
    }

    private static List<Kept> record(TestCamera camera, RecordingSettings settings, Spool spool, int wanted)
            throws Exception {
        BlockingQueue<EventBody> events = new LinkedBlockingQueue<>();
        spool.outbox()
                .onAppended(() -> spool.outbox().pending(spool.outbox().lastSeq() - 1, 1).stream()
                        .map(event -> event.body())
                        .forEach(events::add));
        EdgeCamera agent = EdgeCamera.start(
                Yard.settings(camera), MotionSettings.USUAL, settings, spool, Clock.systemUTC(), state -> {});
        try {
            List<Kept> kept = new ArrayList<>();
            while (kept.size() < wanted) {
                EventBody event = events.poll(60, TimeUnit.SECONDS);
                assertThat(event).isInstanceOf(RecordingClosed.class);
                RecordingClosed said = (RecordingClosed) event;
                Decoded holds = RecordingReader.decode(
                        spool.find(said.recording()).orElseThrow().file());
                BufferedImage picture = ImageIO.read(
                        spool.thumbnail(said.recording()).orElseThrow().toFile());
                assertThat(picture.getWidth()).isEqualTo(640);
                kept.add(new Kept(said, holds, ClockReader.read(picture).orElseThrow()));
            }
            return kept;
        } finally {
            agent.close();
        }
    }
}
