package io.vedette.agent.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.contracts.link.EventBody.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clip's fragments end to end, a key frame every two seconds; the pictures are looked at a second later. */
class RecordingCutterTest {
    private static final long SECOND = 1_000_000_000L;

    private ClipFragments clip;
    private final List<List<Fragment>> recordings = new ArrayList<>();
    private int ended;
    private long lookedTo;
    private final List<Long> lookedToAtEnds = new ArrayList<>();
    private Timetable timetable = Timetable.ALWAYS;
    private boolean condition = true;
    private RecordingCutter cutter = cutter(RecordMode.MOTION);

    private RecordingCutter cutter(RecordMode mode) {
        RecordingSettings settings = new RecordingSettings(
                new RecordingRules(mode, Duration.ofSeconds(20), Timetable.ALWAYS, null),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Delivery.ON_DEMAND);
        RecordingPermit permit = RecordingPermit.of(timetable, () -> condition);
        return new RecordingCutter(settings, permit, new Noted());
    }

    private final class Noted implements RecordingCutter.Cuts {
        @Override
        public void begin(StreamFormat format, Fragment first) {
            recordings.add(new ArrayList<>());
        }

        @Override
        public void write(Fragment fragment) {
            recordings.getLast().add(fragment);
        }

        @Override
        public void end() {
            ended++;
            lookedToAtEnds.add(lookedTo);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        clip = ClipFragments.ofGlimpse(60);
        cutter.format(new StreamFormat(clip.init()));
    }

    private void record(RecordMode mode) {
        cutter = cutter(mode);
        cutter.format(new StreamFormat(clip.init()));
    }

    /** So many seconds of stream, in which something moves in the given spans of seconds. */
    private void play(int seconds, double... spans) {
        playFrom(0, seconds, spans);
    }

    private void playFrom(int from, int to, double... spans) {
        long looked = from * SECOND;
        for (int group = from / 2; group < to / 2; group++) {
            // one group of the clip, moved along
            for (var media : clip.fragments()) {
                if (media.videoStart() >= 180_000) {
                    break;
                }
                long first = group * 2 * SECOND + media.videoStart() * 100_000 / 9;
                long last = first + media.videoTicks() * 100_000 / 9 - SECOND / 10;
                cutter.fragment(new Fragment(
                        1, media, first, last, Instant.ofEpochSecond(0, first), Instant.ofEpochSecond(0, last)));
                for (; looked <= last - SECOND; looked += SECOND / 5) {
                    lookedTo = looked;
                    cutter.looked(looked, moves(looked / 1e9, spans));
                }
            }
        }
    }

    private static boolean moves(double at, double... spans) {
        for (int i = 0; i < spans.length; i += 2) {
            if (at >= spans[i] && at <= spans[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private String span(int recording) {
        List<Fragment> fragments = recordings.get(recording);
        return fragments.getFirst().firstNanos() / SECOND + ".."
                + Math.round(fragments.getLast().lastNanos() / 1e9);
    }

    @Test
    void aRecordingBeginsAndEndsAtTheKeyFramesAroundMotionAndItsRolls() {
        play(40, 11, 14);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("8..18");
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void withoutMotionNothingIsKept() {
        play(40);

        assertThat(recordings).isEmpty();
    }

    @Test
    void motionWithinThePostRollGoesOnInTheSameRecording() {
        play(40, 11, 12, 14.5, 15);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("8..18");
    }

    @Test
    void motionThatIsToldAfterThePostRollSeemedOverStillBelongsToIt() {
        // The key frame at 16 s would end it, but at 15.9 s something moved, which is known a second later.
        play(40, 11, 12.8, 15.9, 16.5);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("8..20");
    }

    @Test
    void theNextRecordingBeginsWhereTheLastOneEndedAndNotBefore() {
        play(40, 11, 12.5, 17, 18);

        assertThat(recordings).hasSize(2);
        assertThat(span(0)).isEqualTo("8..16");
        assertThat(span(1)).isEqualTo("16..22");
    }

    @Test
    void lastingMotionIsSplitWithoutAGap() {
        play(60, 5, 45);

        assertThat(recordings).hasSize(3);
        assertThat(span(0)).isEqualTo("2..22");
        assertThat(span(1)).isEqualTo("22..42");
        assertThat(span(2)).isEqualTo("42..48");
    }

    @Test
    void anInterruptionEndsTheRecordingWithAllThatArrived() {
        play(14, 9, 13);
        cutter.interrupted();

        assertThat(span(0)).isEqualTo("6..14");
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void eachFragmentIsWrittenOnceAndInOrder() {
        play(60, 5, 45, 50, 51);

        List<Long> starts = recordings.stream()
                .flatMap(List::stream)
                .map(Fragment::firstNanos)
                .toList();
        assertThat(starts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everythingIsRecordedWithoutLosingAPictureBetweenTwoRecordings() {
        record(RecordMode.ALWAYS);
        play(60);

        assertThat(recordings).hasSize(3);
        assertThat(span(0)).isEqualTo("0..20");
        assertThat(span(1)).isEqualTo("20..40");
        assertThat(span(2)).isEqualTo("40..60");
    }

    @Test
    void everythingIsRecordedInItsHoursAlone() {
        // the clip begins at midnight, when the epoch did: a Thursday
        timetable = new Timetable(ZoneId.of("UTC"), Timetable.parse("thu 00:01-00:02"));
        record(RecordMode.ALWAYS);
        playFrom(0, 200);

        assertThat(recordings).hasSize(4);
        assertThat(span(0)).as("with the pre-roll").isEqualTo("56..76");
        assertThat(span(3)).as("with the post-roll").isEqualTo("116..124");
    }

    @Test
    void whatMovesOutsideTheHoursIsNotRecordedAndDoesNotGoOnInto() {
        timetable = new Timetable(ZoneId.of("UTC"), Timetable.parse("thu 00:01-00:02"));
        record(RecordMode.MOTION);
        playFrom(0, 200, 30, 40, 70, 75, 115, 130, 150, 160);

        assertThat(recordings).hasSize(2);
        assertThat(span(0)).isEqualTo("66..78");
        assertThat(span(1)).isEqualTo("112..124");
    }

    @Test
    void whereOnlyOrdersCountMotionDoesNot() {
        record(RecordMode.ON_ORDER);
        play(40, 11, 14);

        assertThat(recordings).isEmpty();
    }

    @Test
    void anOrderIsRecordedForAsLongAsItWasGivenWhateverTheHoursSay() {
        timetable = new Timetable(ZoneId.of("UTC"), Timetable.parse("fri 08:00-09:00"));
        condition = false;
        record(RecordMode.MOTION);
        playFrom(0, 10);
        cutter.order(16 * SECOND);
        playFrom(10, 40);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("6..20");
    }

    @Test
    void anOrderThatIsTakenBackEndsWithItsPostRoll() {
        record(RecordMode.ON_ORDER);
        cutter.order(600 * SECOND);
        playFrom(0, 10);
        cutter.order(10 * SECOND);
        playFrom(10, 40);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("0..14");
    }

    @Test
    void withoutTheConditionsYesNothingBeginsAndWithItTheNextMotionDoes() {
        condition = false;
        record(RecordMode.MOTION);
        playFrom(0, 20, 5, 7);
        condition = true;
        playFrom(20, 40, 25, 27);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("22..30");
    }

    @Test
    void aConditionThatNoLongerHoldsEndsAtTheNextSplit() {
        record(RecordMode.ALWAYS);
        playFrom(0, 10);
        condition = false;
        playFrom(10, 60);

        assertThat(recordings).hasSize(1);
        assertThat(span(0)).isEqualTo("0..20");
    }

    /** Groups of three tenths of a second up to ten seconds, cut out of one picture each. */
    @ParameterizedTest
    @ValueSource(ints = {3, 7, 10, 20, 45, 100})
    void rollsReachTheKeyFrameBeyondThemHoweverFarItIs(int groupTenths) {
        Random random = new Random(groupTenths);
        for (int round = 0; round < 40; round++) {
            recordings.clear();
            record(RecordMode.MOTION);
            int moved = 250 + random.nextInt(300);
            int stopped = moved + random.nextInt(100);
            playTenths(groupTenths, 1200, moved, stopped);

            assertThat(recordings.stream()
                            .flatMap(List::stream)
                            .map(f -> f.firstNanos() * 10 / SECOND)
                            .toList())
                    .as("without a hole, whether it is one recording or several")
                    .isEqualTo(LongStream.rangeClosed(
                                    recordings.getFirst().getFirst().firstNanos() * 10 / SECOND,
                                    recordings.getLast().getLast().firstNanos() * 10 / SECOND)
                            .boxed()
                            .toList());
            long first = recordings.getFirst().getFirst().firstNanos() * 10 / SECOND;
            long last = recordings.getLast().getLast().firstNanos() * 10 / SECOND + 1;
            assertThat(first % groupTenths).isZero();
            assertThat(moved - first).as("pre-roll").isBetween(30L, 30L + groupTenths - 1);
            assertThat(last % groupTenths).isZero();
            assertThat(last - stopped).as("post-roll").isBetween(30L, 30L + groupTenths - 1);
        }
    }

    @Test
    void aRecordingThatIsSplitEndsWhenAllOfItWasLookedAt() {
        record(RecordMode.ALWAYS);

        play(70);

        assertThat(recordings).hasSizeGreaterThan(1);
        for (int i = 0; i < ended; i++) {
            assertThat(lookedToAtEnds.get(i))
                    .isGreaterThanOrEqualTo(recordings.get(i).getLast().lastNanos());
        }
    }

    @Test
    void everythingThatCanStillComeIntoARecordingIsKept() {
        List<Long> kept = new ArrayList<>();
        for (int second = 0; second < 60; second += 2) {
            playFrom(second, second + 2, 11, 14, 31, 33);
            kept.add(cutter.keepsFrom());
        }

        assertThat(kept).isSorted();
        for (List<Fragment> recording : recordings) {
            long first = recording.getFirst().firstNanos();
            long last = recording.getLast().lastNanos();
            assertThat(kept.stream().filter(from -> from > first && from < last))
                    .as("forgotten within a recording")
                    .isEmpty();
        }
        assertThat(kept.getLast()).as("and no more than the rolls want").isGreaterThan(50 * SECOND);
    }

    @Test
    void whereNobodyLooksASplitWaitsForNobody() {
        record(RecordMode.ALWAYS);

        playUnwatched(21 * SECOND);

        assertThat(ended).isEqualTo(1);
        assertThat(recordings).hasSize(2);
    }

    private void playUnwatched(long nanos) {
        MediaFragment key = clip.fragments().get(0);
        for (long at = 0; at <= nanos; at += SECOND) {
            Instant label = Instant.ofEpochSecond(0, at);
            cutter.fragment(new Fragment(1, key, at, at, label, label));
        }
    }

    private void playTenths(int groupTenths, int tenths, int moved, int stopped) {
        MediaFragment key = clip.fragments().get(0);
        // a small one, as the agent keeps so many bytes and no more
        MediaFragment other = clip.fragments().stream()
                .filter(fragment -> !fragment.key())
                .min(Comparator.comparingInt(MediaFragment::size))
                .orElseThrow();
        for (int at = 0; at < tenths; at++) {
            long nanos = at * SECOND / 10;
            Instant label = Instant.ofEpochSecond(0, nanos);
            cutter.fragment(new Fragment(1, at % groupTenths == 0 ? key : other, nanos, nanos, label, label));
            cutter.looked(nanos, at >= moved && at <= stopped);
        }
    }
}
