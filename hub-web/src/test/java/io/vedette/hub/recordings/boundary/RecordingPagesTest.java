package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.platform.web.JsonProvider;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingPagesTest extends RecordingsScene {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aStoredRecordingPlaysAndKnowsItsNeighbours(String language) {
        var before = scene.closed(FILE, Scene.NOW.minusSeconds(300), Delivery.ON_DEMAND);
        var id = scene.closed(FILE, Scene.NOW.minusSeconds(200), Delivery.ON_DEMAND);
        var after = scene.closed(FILE, Scene.NOW.minusSeconds(100), Delivery.ON_DEMAND);
        store(id);

        String page = recording(scene.owner, id, Locale.of(language));

        assertThat(page).startsWith("<!doctype html>").doesNotContain("??");
        assertThat(page).contains("<video", "src=\"/t/acme/media/" + id + ".mp4\"");
        assertThat(page).contains("href=\"/t/acme/recordings/" + before + "\"");
        assertThat(page).contains("href=\"/t/acme/recordings/" + after + "\"");
        assertThat(page).doesNotContain("<vd-upload");
        assertThat(page).contains(language.equals("de") ? "2,30 s nach, auf 0,02 s" : "2.30 s behind the times");
    }

    @Test
    void anUploadOnItsWayShowsTrueBytesAndWhereItsNewsAre() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);
        var upload = scene.request(id).upload();

        assertThat(recording(scene.owner, id)).contains("Waiting for the agent");

        scene.connect();
        scene.taking.take(scene.agent, upload, new Chunk(0, 5_000, new ByteArrayInputStream(FILE, 0, 5_000)));
        String page = recording(scene.owner, id);

        assertThat(page)
                .contains("Coming from the edge", "5 kB of 12.3 kB", "data-received=\"5000\"", "data-bytes=\"12345\"")
                .contains("data-news=\"/t/acme/uploads/" + upload + "/news\"")
                .contains("action=\"/t/acme/uploads/" + upload + "/cancel\"")
                .doesNotContain("<video", "??");
        assertThat(day(scene.owner, Optional.empty(), Locale.ENGLISH))
                .contains("data-poll=\"/api/v1/t/acme/uploads/" + upload + "\"");
    }

    @Test
    void aFailureIsToldInWordsAndAsText() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);
        var upload = scene.request(id).upload();
        scene.hearingState.message(
                scene.agent, new FromAgent.UploadState(upload, FromAgent.UploadState.Phase.FAILED, "<b>disk</b> {0}"));

        assertThat(recording(scene.owner, id))
                .contains("The agent could not send it: &lt;b&gt;disk&lt;/b&gt; {0}.")
                .contains("/upload\"")
                .doesNotContain("<b>disk</b>");
    }

    @Test
    void anUploadAsJsonHasStateNumbersAndWords() {
        var upload = scene.request(scene.closed(FILE, Delivery.ON_DEMAND));

        String json = JsonProvider.text(UploadDocument.of(upload, true, false, false, Locale.GERMAN));

        assertThat(json)
                .contains(
                        "\"state\":\"requested\"",
                        "\"received\":0",
                        "\"bytes\":12345",
                        "\"percent\":0",
                        "\"over\":false",
                        "\"title\":\"Angefordert\"")
                .doesNotContain("moving");
    }

    @Test
    void whileTheVaultIsFullWhatIsUnderWaySaysSoAndWhatIsOverDoesNot() {
        var upload = scene.request(scene.closed(FILE, Delivery.ON_DEMAND));
        var over = scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload.upload()));

        assertThat(UploadDocument.of(upload, true, true, false, Locale.ENGLISH).state())
                .isEqualTo("no-room");
        assertThat(UploadDocument.of(upload, true, true, false, Locale.ENGLISH).detail())
                .isEqualTo(
                        "0 B of 12.3 kB. The vault takes nothing at the moment: the hub's disk, or the store that the owner"
                                + " brought, is full or not reached. It goes on by itself when that is over.");
        assertThat(UploadDocument.of(over, true, true, false, Locale.ENGLISH).state())
                .isEqualTo("cancelled");
    }

    @Test
    void aRecordingAsJsonNamesItsMediaOnlyWhenItIsThere() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);

        assertThat(JsonProvider.text(RecordingDocument.of("acme", scene.recording(id), List.of(), null)))
                .contains("\"place\":\"edge\"", "\"startedAt\":\"2026-11-20T11:59:00Z\"")
                .contains("\"cameraClock\":{\"aheadMs\":-2300,\"withinMs\":20}")
                .doesNotContain("media", "thumbnail");

        store(id);

        assertThat(JsonProvider.text(RecordingDocument.of("acme", scene.recording(id), List.of(), null)))
                .contains("\"place\":\"vault\"", "\"media\":\"/t/acme/media/" + id + ".mp4\"");
    }
}
