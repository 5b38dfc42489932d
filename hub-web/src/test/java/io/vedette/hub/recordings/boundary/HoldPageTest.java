package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.recordings.control.HoldRecording;
import io.vedette.hub.recordings.entity.HeldRecordings;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Recording;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The hold of a recording on its page, and the list of them. */
class HoldPageTest extends RecordingsScene {
    @Test
    void whoeverMayArrangeIsOfferedAHoldOnWhatIsInTheVaultAlone() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        assertThat(recording(scene.owner, id)).doesNotContain("id=\"hold\"");

        store(id);

        assertThat(recording(scene.owner, id)).contains("Put on hold", "name=\"reason\"");
        assertThat(recording(scene.owner, id, Locale.GERMAN)).contains("Gegen Löschen sperren");
        scene.give(Action.REPLAY);
        assertThat(recording(scene.guard, id)).doesNotContain("id=\"hold\"");
    }

    @Test
    void whyAndByWhomIsSaidToThoseWhoMaySetOneAndToOthersThatItIsHeld() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        store(id);
        scene.give(Action.REPLAY);
        var holds =
                new HoldRecording(scene.work, scene.recordings, new Tombstones(scene.work, scene.clock), scene.clock);
        scene.as(scene.owner, () -> holds.set(scene.owner, "Owner", id, new Hold.Reason("A theft <b>")));

        assertThat(recording(scene.owner, id))
                .contains("Set by Owner", "A theft &lt;b&gt;", "Take the hold back")
                .doesNotContain("Put on hold");
        assertThat(recording(scene.guard, id))
                .contains("On hold since")
                .doesNotContain("Owner", "A theft", "Take the hold back");
        var held = new HeldRecordings(scene.visible);
        assertThat(scene.as(scene.owner, () -> held.all(scene.owner, 10)))
                .extracting(Recording::id)
                .containsExactly(id);
        assertThat(scene.as(scene.foreigner, () -> held.all(scene.foreigner, 10)))
                .isEmpty();
    }
}
