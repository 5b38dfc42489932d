package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Detection;
import io.vedette.hub.analysis.Engine;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.LabelWish;
import io.vedette.hub.analysis.Marker;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.Span;
import io.vedette.hub.cameras.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was seen in recordings, on their pages. */
class SeenShownTest extends RecordingsScene {

    @Test
    void aRecordingsPageSaysWhatWasSeenWhenAndByWhom() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        store(id);
        post(id, List.of(seen("person", 0.87, 2500, 6000), seen("zebra", 0.4, 9000, 9000)));

        assertThat(recording(scene.owner, id))
                .doesNotContain("??")
                .contains("by yard 1.0", ">person<", "87 % sure", ">zebra<")
                .contains("href=\"/t/acme/media/" + id + ".mp4#t=2\" data-seek=\"2\">0:02–0:06</a>")
                .contains("#t=9\" data-seek=\"9\">0:09</a>")
                .contains(">plate<", "B &lt;XY&gt; 123");
        assertThat(recording(scene.owner, id, Locale.GERMAN))
                .doesNotContain("??")
                .contains("nach yard 1.0", ">Person<", "87 % sicher", ">zebra<", ">Kennzeichen<");
    }

    @Test
    void ofARecordingAtTheEdgeTheMomentsAreNoLinks() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        post(id, List.of(seen("person", 0.87, 2500, 6000)));

        assertThat(recording(scene.owner, id)).contains("0:02–0:06").doesNotContain("data-seek");
    }

    @Test
    void ofARecordingInWhichNobodyLookedThePageSaysNothing() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);

        assertThat(recording(scene.owner, id)).doesNotContain("id=\"seen\"");
        assertThat(day(scene.owner, Optional.empty(), Locale.ENGLISH)).doesNotContain("data-label");
    }

    @Test
    void anEngineThatFoundNothingSaysSo() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        scene.as(
                scene.owner,
                () -> scene.analyse.by(
                        scene.owner,
                        id,
                        new Analysis(new RunId("run"), new Engine("yard", "1.0"), List.of(), List.of())));

        assertThat(recording(scene.owner, id)).contains("It looked, and found nothing.");
    }

    @Test
    void theDaysListShowsLabelsThatLeadToTheRecordingsWithThem() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        post(id, List.of(seen("person", 0.87, 2500, 6000), seen("traffic light", 0.9, 0, 0)));

        assertThat(day(scene.owner, Optional.empty(), Locale.GERMAN))
                .doesNotContain("??")
                .contains("href=\"/t/acme/found?label=person\"", ">Person<")
                .contains("href=\"/t/acme/found?label=traffic+light\"", ">Ampel<");
    }

    @Test
    void aGuardSeesThemOnlyWithTheCamera() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        post(id, List.of(seen("person", 0.87, 2500, 6000)));
        scene.give(Action.REPLAY);

        assertThat(recording(scene.guard, id)).contains(">person<");
    }

    @Test
    void ofManyMomentsTheFirstAreShownAndTheOthersUnfold() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        post(
                id,
                IntStream.range(0, 40)
                        .mapToObj(i -> seen("person", 0.5, i % 5 * 1000L, 5000 + i / 5 * 600L))
                        .toList());

        assertThat(recording(scene.owner, id)).contains("<details>", "0:00–0:05");
    }

    @Test
    void eachLabelThatNarrowsAListCanBeTakenAway() {
        var wish = new LabelWish(List.of(new Label("person"), new Label("zebra")), new Confidence(0.5));
        Address address =
                Address.of("/t/acme/found", 1).with("label", "person,zebra").with("confidence", "0.5");

        assertThat(GivenLabels.of(wish, address, Locale.ENGLISH))
                .extracting(FoundPage.Choice::words, FoundPage.Choice::href)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("person", "/t/acme/found?label=zebra&confidence=0.5"),
                        org.assertj.core.groups.Tuple.tuple("zebra", "/t/acme/found?label=person&confidence=0.5"),
                        org.assertj.core.groups.Tuple.tuple("at least 50 %", "/t/acme/found?label=person%2Czebra"));
        assertThat(GivenLabels.of(LabelWish.ANY, address, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void everyKnownLabelHasItsWordInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(Stream.of("person", "traffic light", "moving", "zebra")
                            .map(text -> LabelWords.of(new Label(text), language)))
                    .noneMatch(text -> text.contains("??"));
        }
    }

    private void post(RecordingId id, List<Detection> found) {
        var plate = new Marker(new Label("plate"), "B <XY> 123", new Confidence(0.5), new Span(1000, 2000), List.of());
        scene.as(
                scene.owner,
                () -> scene.analyse.by(
                        scene.owner,
                        id,
                        new Analysis(new RunId("run"), new Engine("yard", "1.0"), found, List.of(plate))));
    }

    private static Detection seen(String label, double confidence, long from, long to) {
        return new Detection(new Label(label), new Confidence(confidence), new Span(from, to), Optional.empty());
    }
}
