package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.Box;
import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Detection;
import io.vedette.hub.analysis.Engine;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.LabelWish;
import io.vedette.hub.analysis.Marker;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.SeenLabel;
import io.vedette.hub.analysis.Span;
import io.vedette.hub.analysis.control.Analyses;
import io.vedette.hub.analysis.control.KeepAnalysis.Outcome;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingsOfCameras;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs saw is kept once, found by those who may replay, and by nobody else. */
class AnalyseRecordingTest {
    private static final Engine YARD = new Engine("yard", "1.0");

    private Scene scene;
    private RecordingId recording;

    @BeforeEach
    void aRecordingAtTheGate(@TempDir Path vault) {
        scene = new Scene(vault);
        recording = scene.closed(new byte[100], Delivery.ON_DEMAND);
    }

    @Test
    void whatARunFoundIsReadBackAsItWasSaid() {
        var box = Optional.of(new Box(700, 0.1, 0.2, 0.3, 0.4));
        var person = new Detection(new Label("person"), new Confidence(0.87), new Span(500, 4000), box);
        var plate = new Marker(
                new Label("plate"),
                "B XY 123",
                new Confidence(0.5),
                new Span(0, 10_000),
                List.of(new Label("car"), new Label("blue")));
        var analysis = new Analysis(new RunId("one"), YARD, List.of(person, dog(0.3), person), List.of(plate));

        assertThat(post(scene.owner, analysis)).isInstanceOf(Outcome.Kept.class);

        assertThat(found(scene.owner)).containsExactly(analysis);
        assertThat(labels(scene.owner))
                .containsExactly(seen("person", 0.87), seen("blue", 0.5), seen("car", 0.5), seen("dog", 0.3));
    }

    @Test
    void ofARecordingThatIsLeavingNothingIsKeptAnyMore() {
        scene.work.run(scene.owner.tenant(), () -> {
            int unused = scene.work
                    .entities(scene.owner.tenant())
                    .createNativeQuery(
                            "update recording set place = 'LEAVING', leaving_at = now(), leaving_why = 'AGE' where id = :id")
                    .setParameter("id", recording.value())
                    .executeUpdate();
        });

        refused(scene.owner, Problem.NOT_FOUND);
    }

    @Test
    void theSameRunPostedAgainChangesNothing() {
        post(scene.owner, run("one", dog(0.3)));

        assertThat(post(scene.owner, run("one", dog(0.3)))).isInstanceOf(Outcome.KeptBefore.class);

        assertThat(found(scene.owner)).containsExactly(run("one", dog(0.3)));
    }

    @Test
    void aRunOfThatNameWithAnotherContentIsRefusedAndChangesNothing() {
        post(scene.owner, run("one", dog(0.3)));

        assertThat(post(scene.owner, run("one", dog(0.4)))).isInstanceOf(Outcome.OtherContent.class);

        assertThat(found(scene.owner)).containsExactly(run("one", dog(0.3)));
    }

    @Test
    void aNewRunOfAnEngineTakesThePlaceOfItsLastAndOfNoOthers() {
        var other = new Analysis(new RunId("other"), new Engine("roof", "1"), List.of(dog(0.2)), List.of());
        post(scene.owner, other);
        post(scene.owner, run("one", dog(0.3), cat()));

        post(scene.owner, run("two", cat()));

        assertThat(found(scene.owner)).containsExactly(other, run("two", cat()));
        assertThat(labels(scene.owner)).containsExactly(seen("cat", 0.9), seen("dog", 0.2));
    }

    @Test
    void aReplacedRunThatComesLateIsKnownAndDoesNotComeBack() {
        post(scene.owner, run("one", dog(0.3)));
        post(scene.owner, run("two", cat()));

        assertThat(post(scene.owner, run("one", dog(0.3)))).isInstanceOfSatisfying(Outcome.KeptBefore.class, before -> {
            assertThat(before.run().replaced()).isTrue();
            assertThat(before.run().detections()).isEqualTo(1);
        });
        assertThat(found(scene.owner)).containsExactly(run("two", cat()));
    }

    @Test
    void tenEnginesHaveTheirSayAndAnEleventhHasNot() {
        IntStream.range(0, 10)
                .forEach(i -> assertThat(post(scene.owner, of("engine " + i, "run" + i)))
                        .isInstanceOf(Outcome.Kept.class));

        assertThat(post(scene.owner, of("one more", "more"))).isInstanceOf(Outcome.TooManyEngines.class);
        assertThat(post(scene.owner, of("engine 3", "again"))).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void ofManyRunsOfAnEngineTheLatestAreRemembered() {
        IntStream.range(0, 40).forEach(i -> post(scene.owner, of("yard", "run" + i)));

        assertThat(scene.as(
                        scene.owner,
                        () -> scene.work
                                .entities(scene.owner.tenant())
                                .createQuery("select count(r) from AnalysisRun r where r.recording = :id", Long.class)
                                .setParameter("id", recording.value())
                                .getSingleResult()))
                .isEqualTo(21);
    }

    @Test
    void nothingIsSeenAfterTheRecordingsEnd() {
        var late = new Detection(new Label("dog"), Confidence.CERTAIN, new Span(0, 11_001), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> post(scene.owner, run("one", late)));
    }

    @Test
    void aGuardWhoMayReplayReadsButDoesNotPost() {
        post(scene.owner, run("one", dog(0.3)));
        scene.give(Action.REPLAY);

        assertThat(found(scene.guard)).containsExactly(run("one", dog(0.3)));
        assertThat(labels(scene.guard)).containsExactly(seen("dog", 0.3));
        refused(scene.guard, Problem.MISSING_RIGHT);
    }

    @Test
    void aProgramThatMayReplayAndAnalysePosts() {
        scene.give(Action.REPLAY);

        assertThat(post(program(), run("one", dog(0.3)))).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void aProgramPostsNothingAboutACameraThatIsNotItsOwn() {
        refused(program(), Problem.NOT_FOUND);
        scene.give(Action.LIVE);
        refused(program(), Problem.MISSING_RIGHT);
    }

    @Test
    void whoMayOnlyWatchLiveReadsNoLabels() {
        post(scene.owner, run("one", dog(0.3)));
        scene.give(Action.LIVE);

        assertThat(labels(scene.guard)).isEmpty();
        assertThat(found(scene.guard)).isEmpty();
    }

    @Test
    void anotherTenantFindsNothingAndPostsNothing() {
        post(scene.owner, run("one", dog(0.3)));

        refused(scene.foreigner, Problem.NOT_FOUND);
        assertThat(labels(scene.foreigner)).isEmpty();
        assertThat(found(scene.foreigner)).isEmpty();
        assertThat(found(scene.owner)).hasSize(1);
    }

    @Test
    void recordingsAreFoundByAllOfTheirLabelsAndHowSureTheyAre() {
        var second = scene.closed(new byte[100], Scene.NOW.minusSeconds(120), Delivery.ON_DEMAND);
        post(scene.owner, recording, run("one", dog(0.3), cat()));
        post(scene.owner, second, run("one", dog(0.8)));
        post(scene.owner, second, of("roof", "x"));

        assertThat(find(scene.owner, 0, "dog")).containsExactly(recording, second);
        assertThat(find(scene.owner, 0.5, "dog")).containsExactly(second);
        assertThat(find(scene.owner, 0, "dog", "cat")).containsExactly(recording);
        assertThat(find(scene.owner, 0.5, "dog", "cat")).isEmpty();
        assertThat(find(scene.owner, 0, "horse")).isEmpty();
        assertThat(find(scene.owner, 0)).containsExactly(recording, second);
        assertThat(find(scene.guard, 0, "dog")).isEmpty();
        assertThat(find(scene.foreigner, 0, "dog")).isEmpty();
        scene.give(Action.REPLAY);
        assertThat(find(scene.guard, 0, "dog")).containsExactly(recording, second);
    }

    @Test
    void whatWasSeenGoesWithTheRecordingsOfACameraThatGoes() {
        var plate = new Marker(new Label("plate"), "", Confidence.CERTAIN, new Span(0, 1), List.of(new Label("car")));
        post(scene.owner, new Analysis(new RunId("one"), YARD, List.of(dog(0.3)), List.of(plate)));
        var recordings = new RecordingsOfCameras(scene.work);

        int rounds = 0;
        while (scene.as(scene.owner, () -> recordings.drop(scene.owner.tenant(), scene.gate, 100)) > 0) {
            assertThat(++rounds).isLessThan(20);
        }

        for (String rows : List.of("AnalysisRun", "DetectionRow", "MarkerRow", "RecordingLabel", "Recording")) {
            assertThat(scene.as(
                            scene.owner,
                            () -> scene.work
                                    .entities(scene.owner.tenant())
                                    .createQuery("select count(x) from " + rows + " x", Long.class)
                                    .getSingleResult()))
                    .as(rows)
                    .isZero();
        }
    }

    /** Whoever the guard is, with a role that allows posting as well. */
    private Viewer program() {
        var role = new Role(
                new RoleKey(UUID.randomUUID().toString()),
                "Program",
                EnumSet.of(Permission.LIVE, Permission.REPLAY, Permission.ANALYSE),
                Optional.empty());
        return new Viewer(scene.guard.tenant(), scene.guard.subject(), role);
    }

    private void refused(Viewer viewer, Problem problem) {
        assertThatThrownBy(() -> post(viewer, run("refused", dog(0.3))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private Outcome post(Viewer viewer, Analysis analysis) {
        return post(viewer, recording, analysis);
    }

    private Outcome post(Viewer viewer, RecordingId id, Analysis analysis) {
        return scene.as(viewer, () -> scene.analyse.by(viewer, id, analysis));
    }

    private List<Analysis> found(Viewer viewer) {
        Recording of = scene.recording(recording);
        return scene.as(viewer, () -> scene.analyses.of(viewer, of.ref())).stream()
                .map(Analyses.Found::analysis)
                .toList();
    }

    private List<SeenLabel> labels(Viewer viewer) {
        Recording of = scene.recording(recording);
        return scene.as(viewer, () -> scene.analyses.labels(viewer, List.of(of.ref())))
                .getOrDefault(recording, List.of());
    }

    private List<RecordingId> find(Viewer viewer, double least, String... labels) {
        var wish = new LabelWish(List.of(labels).stream().map(Label::new).toList(), new Confidence(least));
        var filter = new FoundRecordings.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.parse("2027-01-01T00:00:00Z"),
                wish);
        return scene.as(viewer, () -> new FoundRecordings(scene.visible).find(viewer, filter, 0, 10)).stream()
                .map(Recording::id)
                .toList();
    }

    private static Analysis run(String id, Detection... found) {
        return new Analysis(new RunId(id), YARD, List.of(found), List.of());
    }

    private static Analysis of(String engine, String id) {
        return new Analysis(new RunId(id), new Engine(engine, "1"), List.of(dog(0.1)), List.of());
    }

    private static Detection dog(double confidence) {
        return new Detection(new Label("dog"), new Confidence(confidence), new Span(0, 1000), Optional.empty());
    }

    private static Detection cat() {
        return new Detection(new Label("cat"), new Confidence(0.9), new Span(2000, 2000), Optional.empty());
    }

    private static SeenLabel seen(String label, double confidence) {
        return new SeenLabel(new Label(label), new Confidence(confidence));
    }
}
