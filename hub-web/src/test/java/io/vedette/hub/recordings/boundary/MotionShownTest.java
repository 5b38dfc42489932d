package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.MotionMarks;
import io.vedette.hub.platform.web.JsonProvider;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of ten seconds; by the clocks of the site it is an hour later than in UTC. */
class MotionShownTest extends RecordingsScene {
    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");

    private static MotionMarks moved(int blindMs, int... seconds) {
        BitSet moved = new BitSet();
        for (int second : seconds) {
            moved.set(second);
        }
        byte[] heat = new byte[MotionMarks.CELLS];
        heat[5] = 77;
        return MotionMarks.of(moved, heat, blindMs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theDaySaysWhereSomethingMovedDrawnAndInWords(String language) {
        scene.closed(FILE, MORNING, moved(200, 2, 3, 4));
        scene.closed(FILE, MORNING.plusSeconds(55), moved(200, 0, 9));

        String page = day(scene.owner, Optional.empty(), Locale.of(language));

        assertThat(page)
                .contains("class=\"mot\" d=\"M375.0 20h2.0v60h-2.0zM375.6 20h2.0v60h-2.0z\"")
                .contains(language.equals("de") ? "Bewegung in 2 Minuten" : "motion in 2 minutes")
                .contains(language.equals("de") ? "Bewegung 0:03" : "motion 0:03")
                .doesNotContain("??");
    }

    @Test
    void aDayInWhichNothingMovedDrawsNone() {
        scene.closed(FILE, MORNING, moved(200));
        scene.closed(FILE, MORNING.plusSeconds(60), Delivery.ON_DEMAND);

        assertThat(day(scene.owner, Optional.empty(), Locale.ENGLISH))
                .contains("no motion")
                .doesNotContain("<path class=\"mot\"");
    }

    @Test
    void whatMovedBeforeMidnightBelongsToTheDayBefore() {
        scene.closed(FILE, Instant.parse("2026-11-19T22:59:55Z"), moved(200, 1, 8));

        assertThat(day(scene.owner, Optional.empty(), Locale.ENGLISH)).contains("motion in one minute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aStretchLeadsToItsMomentInTheVaultsFile(String language) {
        RecordingId id = scene.closed(FILE, MORNING, moved(200, 2, 3, 8));
        assertThat(recording(scene.owner, id, Locale.of(language)))
                .as("still at the edge")
                .contains("0:02–0:04", "0:08–0:09")
                .doesNotContain("data-seek", "??");

        store(id);

        assertThat(recording(scene.owner, id, Locale.of(language)))
                .contains("href=\"/t/acme/media/" + id + ".mp4#t=2\" data-seek=\"2\"")
                .contains("M200.0 20h200.0v60h-200.0z")
                .doesNotContain("??");
    }

    @Test
    void nothingMovedAndNobodyLookedAreTwoThings() {
        RecordingId still = scene.closed(FILE, MORNING, moved(200));
        RecordingId unwatched = scene.closed(FILE, MORNING.plusSeconds(60), Delivery.ON_DEMAND);

        assertThat(recording(scene.owner, still)).contains("Nothing moved.").doesNotContain("Nobody watched");
        assertThat(recording(scene.owner, unwatched)).contains("Nobody watched").doesNotContain("Nothing moved.");
    }

    @Test
    void ofARecordingWhoseEndDidNotComeNobodySaysThatNobodyWatched() {
        RecordingId cut = scene.cut(FILE, MORNING);

        assertThat(recording(scene.owner, cut))
                .contains("the end of this one did not come", "ended early")
                .doesNotContain("Nobody watched");
        assertThat(recording(scene.owner, cut, Locale.GERMAN)).contains("das Ende von dieser kam nicht");
    }

    @Test
    void whereKeyFramesAloneWereLookedAtTheBlindTimeIsTold() {
        RecordingId eco = scene.closed(FILE, MORNING, moved(4000, 3));

        assertThat(recording(scene.owner, eco)).contains("For up to 4.0 s at a time no picture was looked at");
        assertThat(recording(scene.owner, eco, Locale.GERMAN)).contains("Bis zu 4,0 s lang");
    }

    @Test
    void secondsBeyondTheRecordingAreNotBelieved() {
        RecordingId id = scene.closed(FILE, MORNING, moved(200, 3, 500));

        assertThat(scene.recording(id).motion().orElseThrow().movedSeconds().stream())
                .containsExactly(3);
    }

    @Test
    void programsGetStretchesAndHeat() {
        RecordingId id = scene.closed(FILE, MORNING, moved(250, 2, 3, 8));
        RecordingId unwatched = scene.closed(FILE, MORNING.plusSeconds(60), Delivery.ON_DEMAND);

        assertThat(JsonProvider.text(RecordingDocument.of("acme", scene.recording(id), List.of(), null)))
                .contains("\"stretches\":[{\"from\":2,\"until\":4},{\"from\":8,\"until\":9}]")
                .contains("\"heat\":\"AAAAAABN", "\"blindMs\":250");
        assertThat(JsonProvider.text(RecordingDocument.of("acme", scene.recording(unwatched), List.of(), null)))
                .doesNotContain("motion");
    }
}
