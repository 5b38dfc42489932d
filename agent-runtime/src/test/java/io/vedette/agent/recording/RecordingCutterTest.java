package io.vedette.agent.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.contracts.link.EventBody.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clip's fragments end to end, a key frame every two seconds; the pictures are looked at a second later. */
class RecordingCutterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final RecordingSettings SETTINGS = new RecordingSettings(
            Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(20), Delivery.ON_DEMAND);

    private ClipFragments clip;
    private final List<List<Fragment>> recordings = new ArrayList<>();
    private int ended;
    private final RecordingCutter cutter = new RecordingCutter(SETTINGS, new RecordingCutter.Cuts() {
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
        }
    });

    @BeforeEach
    void connect() throws IOException {
        clip = ClipFragments.ofGlimpse(60);
        cutter.format(new StreamFormat(clip.init()));
    }

    /** So many seconds of stream, in which something moves in the given spans of seconds. */
    private void play(int seconds, double... spans) {
        int groups = seconds / 2;
        long looked = 0;
        for (int group = 0; group < groups; group++) {
            // one group of the clip, moved along
            for (var media : clip.fragments()) {
                if (media.videoStart() >= 180_000) {
                    break;
                }
                long first = group * 2 * SECOND + media.videoStart() * 100_000 / 9;
                long last = first + media.videoTicks() * 100_000 / 9 - SECOND / 10;
                cutter.fragment(new Fragment(1, media, first, last, Instant.EPOCH, Instant.EPOCH));
                for (; looked <= last - SECOND; looked += SECOND / 5) {
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
}
