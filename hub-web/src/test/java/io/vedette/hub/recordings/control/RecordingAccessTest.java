package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what with a recording: each thing allowed to one and denied to others. */
class RecordingAccessTest {
    private Scene scene;
    private RecordingId recording;

    @BeforeEach
    void aRecordingAtTheGate(@TempDir Path vault) {
        scene = new Scene(vault);
        recording = scene.closed(new byte[100], Delivery.ON_DEMAND);
    }

    @Test
    void theOwnerFindsIt() {
        assertThat(list(scene.owner)).containsExactly(recording);
        assertThat(get(scene.owner, Action.REPLAY)).isEqualTo(recording);
    }

    @Test
    void aGuardWithTheRightToReplayFindsIt() {
        scene.give(Action.REPLAY);

        assertThat(list(scene.guard)).containsExactly(recording);
        assertThat(get(scene.guard, Action.REPLAY)).isEqualTo(recording);
        assertThat(scene.as(scene.guard, () -> scene.recordings.latest(scene.guard, scene.gate)))
                .isPresent();
        assertThat(scene.as(
                        scene.guard,
                        () -> scene.recordings.spans(scene.guard, scene.gate, Scene.NOW.minusSeconds(600), Scene.NOW)))
                .hasSize(1);
    }

    @Test
    void pagesOfRecordingsGoOnBehindTheLastOneAlsoWithinOneInstant() {
        var all = new java.util.HashSet<>(List.of(recording));
        for (int i = 0; i < 4; i++) {
            all.add(scene.closed(new byte[] {1, (byte) i}, Scene.NOW.minusSeconds(60), Delivery.ON_DEMAND));
        }
        var seen = new java.util.ArrayList<RecordingId>();
        var ask = PageAsk.of("recordings", "1", null);
        for (var page = page(ask); !page.isEmpty(); page = page(ask)) {
            var last = page.getFirst();
            seen.add(last.id());
            var place = new Cursor(
                    "recordings", last.startedAt().toString(), last.id().value());
            ask = new PageAsk("recordings", 1, Optional.of(place));
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    private List<Recording> page(PageAsk ask) {
        return scene.as(
                scene.owner,
                () -> scene.recordings.page(
                        scene.owner, scene.gate, Scene.NOW.minusSeconds(3600), Scene.NOW.plusSeconds(60), ask));
    }

    @Test
    void aGuardWithoutAnyRightFindsNothingThere() {
        assertDenied(Problem.NOT_FOUND, () -> list(scene.guard));
        assertDenied(Problem.NOT_FOUND, () -> get(scene.guard, Action.REPLAY));
        assertDenied(Problem.NOT_FOUND, () -> request(scene.guard));
    }

    @Test
    void aGuardWhoMayOnlyWatchLiveIsToldWhichRightIsMissing() {
        scene.give(Action.LIVE);

        assertDenied(Problem.MISSING_RIGHT, () -> list(scene.guard));
        assertDenied(Problem.MISSING_RIGHT, () -> get(scene.guard, Action.REPLAY));
        assertDenied(Problem.MISSING_RIGHT, () -> request(scene.guard));
        assertThatThrownBy(() -> get(scene.guard, Action.REPLAY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.details()).containsExactly("REPLAY"));
    }

    @Test
    void whoMayReplayMayNotAskForARecording() {
        scene.give(Action.REPLAY);

        assertDenied(Problem.MISSING_RIGHT, () -> request(scene.guard));
    }

    @Test
    void whoMayAskForRecordingsMayAskAndSeeHowItGoesAndCallItOff() {
        scene.give(Action.REQUEST_UPLOAD);

        var asked = (RequestUpload.Outcome.UnderWay) request(scene.guard);

        assertThat(scene.as(
                        scene.guard,
                        () -> scene.uploads.get(scene.guard, asked.upload().upload())))
                .isNotNull();
        assertThat(scene.as(
                                scene.guard,
                                () -> scene.cancelling.by(
                                        scene.guard, asked.upload().upload()))
                        .state()
                        .underWay())
                .isFalse();
    }

    @Test
    void whoMayReplaySeesAnUploadAndMayNotCallItOff() {
        var upload = scene.request(recording).upload();
        scene.give(Action.REPLAY);

        assertThat(scene.as(scene.guard, () -> scene.uploads.get(scene.guard, upload)))
                .isNotNull();
        assertDenied(
                Problem.MISSING_RIGHT, () -> scene.as(scene.guard, () -> scene.cancelling.by(scene.guard, upload)));
        assertThat(scene.upload(upload).state().underWay()).isTrue();
    }

    @Test
    void whoMayOnlyWatchLiveSeesNoUpload() {
        var upload = scene.request(recording).upload();
        scene.give(Action.LIVE);

        assertDenied(Problem.MISSING_RIGHT, () -> scene.as(scene.guard, () -> scene.uploads.get(scene.guard, upload)));
        assertThat(scene.as(scene.owner, () -> scene.uploads.latest(scene.owner, List.of(recording))))
                .containsKey(recording);
    }

    @Test
    void theOwnerOfAnotherTenantFindsNothingOfItAnywhere() {
        var upload = scene.request(recording).upload();
        Viewer foreigner = scene.foreigner;

        assertDenied(Problem.NOT_FOUND, () -> list(foreigner));
        assertDenied(Problem.NOT_FOUND, () -> get(foreigner, Action.REPLAY));
        assertDenied(Problem.NOT_FOUND, () -> request(foreigner));
        assertDenied(Problem.NOT_FOUND, () -> scene.as(foreigner, () -> scene.uploads.get(foreigner, upload)));
        assertDenied(Problem.NOT_FOUND, () -> scene.as(foreigner, () -> scene.cancelling.by(foreigner, upload)));
        assertThat(scene.as(foreigner, () -> scene.uploads.latest(foreigner, List.of(recording))))
                .isEmpty();
        assertThat(scene.as(foreigner, () -> scene.recordings.find(foreigner.tenant(), recording)))
                .isEqualTo(Optional.empty());
        assertThat(scene.upload(upload).state().underWay()).isTrue();
    }

    private List<RecordingId> list(Viewer viewer) {
        return scene.as(
                viewer,
                () -> scene.recordings.between(viewer, scene.gate, Scene.NOW.minusSeconds(600), Scene.NOW, 10).stream()
                        .map(one -> one.id())
                        .toList());
    }

    private RecordingId get(Viewer viewer, Action action) {
        return scene.as(
                viewer, () -> scene.recordings.get(viewer, recording, action).id());
    }

    private RequestUpload.Outcome request(Viewer viewer) {
        return scene.as(viewer, () -> scene.request.by(viewer, recording));
    }

    private static void assertDenied(Problem problem, Supplier<?> what) {
        assertThatThrownBy(what::get)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
