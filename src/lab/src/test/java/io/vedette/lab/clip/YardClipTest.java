package io.vedette.lab.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.Clips;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clip of one minute keeps what its truth promises. */
class YardClipTest {
    private static ClipFolder clip;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws IOException {
        clip = Clips.yard();
    }

    @Test
    void everyPictureOfBothStreamsShowsItsOwnTime() throws Exception {
        for (Track track : List.of(clip.main(), clip.sub())) {
            Decoded decoded = RecordingReader.decode(Clips.annexB(track, folder.resolve(track.bytes() + ".h264")));

            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.pictures()).hasSize(600);
            for (int i = 0; i < 600; i++) {
                assertThat(decoded.pictures().get(i).clock()).isEqualTo(Optional.of(Duration.ofMillis(100L * i)));
                assertThat(track.isKey(i)).isEqualTo(i % 20 == 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 5})
    void aBlockDetectorSeesTheCrossingsAndNothingElse(int floor) throws Exception {
        BlockDetector detector = new BlockDetector(floor);
        List<Long> flagged = new ArrayList<>();
        List<Long> shown = new ArrayList<>();
        Path sub = Clips.annexB(clip.sub(), folder.resolve("sub.h264"));
        for (int turn = 0; turn < 2; turn++) { // the second time it comes over the loop point
            long turnStart = turn * 60_000L;
            RecordingReader.decode(sub, frame -> {
                shown.add(turnStart + 100L * (shown.size() % 600));
                if (detector.moves(frame.luma(), frame.width(), frame.height())) {
                    flagged.add(shown.getLast());
                }
            });
        }

        for (Crossing crossing : clip.truth().crossings()) {
            assertThat(flagged)
                    .as(crossing.name())
                    .anyMatch(at -> at >= crossing.startMs() && at < crossing.startMs() + 700)
                    .anyMatch(at -> at >= 60_000 + crossing.startMs() && at < 60_000 + crossing.startMs() + 700);
        }
        assertThat(flagged)
                .allMatch(at -> clip.truth().crossings().stream()
                        .anyMatch(c -> at % 60_000 >= c.startMs() && at % 60_000 < c.endMs() + 1000));
    }

    @Test
    void quietStretchesAreLongAndTheLightSwitchIsFarFromEverybody() {
        ClipTruth truth = clip.truth();
        long recorded = 0;
        for (int i = 0; i < truth.crossings().size(); i++) {
            Crossing crossing = truth.crossings().get(i);
            Crossing next = truth.crossings().get((i + 1) % truth.crossings().size());
            assertThat(Math.floorMod(next.startMs() - crossing.endMs(), truth.loopMs()))
                    .isGreaterThan(9000);
            assertThat(truth.lightSwitchMs() < crossing.startMs() - 8000
                            || truth.lightSwitchMs() > crossing.endMs() + 8000)
                    .isTrue();
            recorded += crossing.duration().toMillis() + 6000;
        }

        assertThat(recorded).isLessThan(truth.loopMs() * 6 / 10);
        assertThat(truth.crossings()).extracting(Crossing::name).containsExactly("near", "far", "gate");
    }

    @Test
    void ratesAreThoseOfACamera() {
        assertThat(clip.main().bytes() * 8 / 60).isBetween(1_300_000L, 1_700_000L);
        assertThat(clip.sub().bytes() * 8 / 60).isBetween(250_000L, 350_000L);
        assertThat(clip.sound().size()).isBetween(930, 938);
    }
}
