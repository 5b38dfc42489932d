package io.vedette.hub.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine may say, and what it cannot. */
class AnalysisTest {
    private static final Label DOG = new Label("dog");
    private static final Span FIRST_SECOND = new Span(0, 1000);

    @ParameterizedTest
    @ValueSource(strings = {"person", "traffic light", "no-entry_2", "7"})
    void aLabelIsWordsOfSmallLettersAndDigits(String text) {
        assertThat(new Label(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Person", "per  son", " person", "person ", "hündin", "<b>", "a,b", "-a", "a\n"})
    void anythingElseIsNoLabel(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label(text));
    }

    @Test
    void aLabelHasSixtyFourLettersAtMost() {
        assertThat(new Label("a".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void aConfidenceIsAShare(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Confidence(value));
    }

    @Test
    void whatIsNotQuiteCertainDoesNotSayAHundredPercent() {
        assertThat(new Confidence(0.9999).percent()).isEqualTo(99);
        assertThat(new Confidence(0.29).percent()).isEqualTo(29);
        assertThat(Confidence.CERTAIN.percent()).isEqualTo(100);
    }

    @Test
    void aBoxInPixelsIsTheSameAsOneInShares() {
        assertThat(Box.ofPixels(5, 320, 180, 640, 90, new Frame(1280, 720)))
                .isEqualTo(new Box(5, 0.25, 0.25, 0.5, 0.125));
    }

    @Test
    void aBoxThatIsReadBackIsTheSame() {
        Box third = new Box(0, 1.0 / 3, 0.1, 2.0 / 3, 0.7);

        assertThat(new Box(third.atMs(), third.x(), third.y(), third.width(), third.height()))
                .isEqualTo(third);
    }

    @Test
    void aBoxThatStandsOutByARoundingIsCutAtThePicture() {
        assertThat(new Box(0, 0.5, 0, 0.5004, 1)).isEqualTo(new Box(0, 0.5, 0, 0.5, 1));
    }

    @ParameterizedTest
    @CsvSource({"-0.1,0,0.5,0.5", "0,0,1.1,1", "0.9,0,0.2,1", "0,0,0,1", "0,0,1,-0.5", "NaN,0,1,1", "0,0,Infinity,1"})
    void aBoxNeitherLeavesThePictureNorIsNothing(double x, double y, double width, double height) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, x, y, width, height));
    }

    @ParameterizedTest
    @CsvSource({"-1,5", "5,4", "0,86400001"})
    void aSpanRunsForwardWithinADay(long from, long to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(from, to));
    }

    @Test
    void aBoxIsOfAMomentAtWhichTheThingWasSeen() {
        var late = Optional.of(new Box(1001, 0, 0, 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Detection(DOG, Confidence.CERTAIN, FIRST_SECOND, late));
    }

    @Test
    void aMarkersValueIsTextOfOneLine() {
        assertThat(new Marker(new Label("plate"), "B XY 123", Confidence.CERTAIN, FIRST_SECOND, List.of(DOG, DOG)))
                .extracting(Marker::labels)
                .isEqualTo(List.of(DOG));
        for (String wrong : List.of("a\nb", "\u202e", "\0", "x".repeat(201))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new Marker(new Label("plate"), wrong, Confidence.CERTAIN, FIRST_SECOND, List.of()));
        }
    }

    @Test
    void aRunHasItsLimits() {
        var dog = new Detection(DOG, Confidence.CERTAIN, FIRST_SECOND, Optional.empty());
        var plate = new Marker(new Label("plate"), "", Confidence.CERTAIN, FIRST_SECOND, List.of());
        var manifold = IntStream.range(0, 101)
                .mapToObj(
                        i -> new Detection(new Label("thing " + i), Confidence.CERTAIN, FIRST_SECOND, Optional.empty()))
                .toList();

        assertThat(run(Collections.nCopies(2000, dog), Collections.nCopies(200, plate))
                        .detections())
                .hasSize(2000);
        assertThat(run(manifold.subList(0, 100), List.of()).labels()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> run(Collections.nCopies(2001, dog), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> run(List.of(), Collections.nCopies(201, plate)));
        assertThatIllegalArgumentException().isThrownBy(() -> run(manifold, List.of()));
    }

    @Test
    void aRecordingsLabelsAreThoseOfDetectionsAndMarkersAtTheirBest() {
        var unsure = new Detection(DOG, new Confidence(0.4), FIRST_SECOND, Optional.empty());
        var sure = new Detection(DOG, new Confidence(0.8), FIRST_SECOND, Optional.empty());
        var plate = new Marker(
                new Label("plate"), "B XY 123", new Confidence(0.6), FIRST_SECOND, List.of(new Label("car"), DOG));

        assertThat(run(List.of(unsure, sure), List.of(plate)).labels())
                .hasSize(2)
                .containsEntry(DOG, new Confidence(0.8))
                .containsEntry(new Label("car"), new Confidence(0.6));
    }

    @Test
    void theFingerprintIsOfWhatIsSaidAndNotOfTheRunsName() {
        var dog = new Detection(DOG, Confidence.CERTAIN, FIRST_SECOND, Optional.empty());
        var boxed = new Detection(DOG, Confidence.CERTAIN, FIRST_SECOND, Optional.of(new Box(0, 0, 0, 1, 1)));
        var other = new Analysis(new RunId("other"), new Engine("yard", "1"), List.of(dog), List.of());

        assertThat(Fingerprint.of(run(List.of(dog), List.of()))).isEqualTo(Fingerprint.of(other));
        assertThat(Fingerprint.of(run(List.of(boxed), List.of()))).isNotEqualTo(Fingerprint.of(other));
        assertThat(Fingerprint.of(new Analysis(other.run(), new Engine("yard", "2"), List.of(dog), List.of())))
                .isNotEqualTo(Fingerprint.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".x", "a b", "a/b", "ä"})
    void aRunsNameIsPlain(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId(text));
        assertThat(new RunId("01a1f94a-3971-7d65-821c-e07d22fc2686.stored").value())
                .endsWith(".stored");
    }

    private static Analysis run(List<Detection> detections, List<Marker> markers) {
        return new Analysis(new RunId("run"), new Engine("yard", "1"), detections, markers);
    }
}
