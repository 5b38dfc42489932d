package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.persistence.AlreadyThere;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.RequestSpan.Outcome;
import io.vedette.hub.recordings.entity.AskedSpan;
import io.vedette.hub.recordings.entity.SpanCount;
import io.vedette.hub.recordings.entity.SpanId;
import io.vedette.hub.recordings.entity.SpanWish;
import io.vedette.hub.recordings.entity.UploadState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestSpanTest {
    private static final Instant FROM = Scene.NOW.minus(Duration.ofHours(2));
    private static final Instant TO = Scene.NOW.minus(Duration.ofHours(1));
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
    }

    @Test
    void everythingThatReachesIntoTheTimeIsAskedForAndNothingElse() {
        recorded(FROM.minus(LENGTH));
        var reachesIn = recorded(FROM.minus(LENGTH).plusMillis(1));
        var within = recorded(FROM.plusSeconds(60));
        var reachesOut = recorded(TO.minusMillis(1));
        recorded(TO);
        List<FromHub> told = scene.connect();

        var span = ask(wish(scene.gate));

        assertThat(span.count().asked()).isEqualTo(3);
        assertThat(told)
                .extracting(message -> ((FromHub.UploadGrant) message).recording())
                .containsExactlyInAnyOrder(reachesIn, within, reachesOut);
    }

    @Test
    void theAnswerSaysWhatCameOfEachRecordingAndOfEachCamera() {
        var empty = scene.camera("Yard");
        recorded(FROM.plusSeconds(10));
        var underWay = recorded(FROM.plusSeconds(30));
        scene.request(underWay);
        var stored = recorded(FROM.plusSeconds(50));
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.recordings
                        .lock(scene.owner.tenant(), stored)
                        .orElseThrow()
                        .inVault(Optional.empty()));
        var gone = recorded(FROM.plusSeconds(70));
        scene.hear(new EventBody.RecordingGone(gone, "no room"));

        var count = ask(wish(scene.gate, empty)).count();

        assertThat(count.cameras()).isEqualTo(2);
        assertThat(count.asked()).isEqualTo(1);
        assertThat(count.underWay()).isEqualTo(1);
        assertThat(count.here()).isEqualTo(1);
        assertThat(count.lost()).isEqualTo(1);
        assertThat(count.empty()).isEqualTo(1);
        assertThat(count.denied()).isZero();
    }

    @Test
    void whatLiesWithAnAgentThatWasReplacedIsLost() {
        recorded(FROM.plusSeconds(10));
        TestAgents.revoke(scene.work, scene.agent);

        assertThat(ask(wish(scene.gate)).count().lost()).isEqualTo(1);
    }

    @Test
    void anAgentThatIsAwayIsToldWhenItComesBack() {
        var id = recorded(FROM.plusSeconds(10));

        ask(wish(scene.gate));
        List<FromHub> told = scene.connect();
        scene.grantUploads.grantAll(scene.agent);

        assertThat(told)
                .extracting(message -> ((FromHub.UploadGrant) message).recording())
                .containsExactly(id);
    }

    @Test
    void priorityAndDeadlineHoldForEachAndRaiseWhatWasUnderWay() {
        var before = recorded(FROM.plusSeconds(10));
        var waiting = scene.request(before).upload();
        var id = recorded(FROM.plusSeconds(30));
        var end = Scene.NOW.plusSeconds(3600);

        ask(new SpanWish(UUID.randomUUID(), Set.of(scene.gate), FROM, TO, UploadPriority.URGENT, Optional.of(end)));

        var asked = scene.request(id); // the same one
        assertThat(scene.upload(asked.upload()).wish().priority()).isEqualTo(UploadPriority.URGENT);
        assertThat(scene.upload(waiting).wish().priority()).isEqualTo(UploadPriority.URGENT);
        assertThat(scene.upload(waiting).wish().deadline()).isEmpty();
        assertThat(scene.upload(waiting).wish().span()).isEmpty();
    }

    @Test
    void askingAgainWithTheSameRequestIsAskingOnce() {
        recorded(FROM.plusSeconds(10));
        var wish = wish(scene.gate);
        var first = ask(wish);
        recorded(FROM.plusSeconds(30));

        var again = (Outcome.Asked) outcome(scene.owner, wish);

        assertThat(again.again()).isTrue();
        assertThat(again.span().id()).isEqualTo(first.id());
        assertThat(again.span().count().asked()).isEqualTo(1);
    }

    @Test
    void manyWhoPressAtTheSameTimeAskOnce() throws Exception {
        recorded(FROM.plusSeconds(10));
        var wish = wish(scene.gate);
        Callable<AskedSpan> click = () -> ask(wish);

        try (var people = Executors.newFixedThreadPool(8)) {
            var spans =
                    people.invokeAll(IntStream.range(0, 8).mapToObj(i -> click).toList());
            var ids = spans.stream().map(answer -> answer.resultNow().id()).collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void theSameRequestForSomethingElseIsRefused() {
        var wish = wish(scene.gate);
        ask(wish);

        var other = new SpanWish(
                wish.request(), wish.cameras(), FROM, TO.plusSeconds(1), UploadPriority.WANTED, Optional.empty());

        assertThat(outcome(scene.owner, other)).isEqualTo(new Outcome.OtherWish());
    }

    @Test
    void theSameRequestOfSomebodyElseIsAnother() {
        scene.give(Action.REQUEST_UPLOAD);
        recorded(FROM.plusSeconds(10));
        var wish = wish(scene.gate);
        var owners = ask(wish);

        var guards = (Outcome.Asked) outcome(scene.guard, wish);

        assertThat(guards.again()).isFalse();
        assertThat(guards.span().id()).isNotEqualTo(owners.id());
        assertThat(guards.span().count().underWay()).isEqualTo(1);
    }

    @Test
    void whoeverMayAskForRecordingsOfACameraMayAskForATimeOfIt() {
        scene.give(Action.REQUEST_UPLOAD);
        recorded(FROM.plusSeconds(10));

        var asked = (Outcome.Asked) outcome(scene.guard, wish(scene.gate));

        assertThat(asked.span().count().asked()).isEqualTo(1);
    }

    @Test
    void whoeverMayOnlyReplayIsToldWhichRightIsMissing() {
        scene.give(Action.REPLAY);
        recorded(FROM.plusSeconds(10));

        assertThatThrownBy(() -> outcome(scene.guard, wish(scene.gate)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.MISSING_RIGHT));
    }

    @Test
    void camerasThatAreNotSeenAreAsIfThereWereNone() {
        var yard = scene.camera("Yard");
        var id = recorded(FROM.plusSeconds(10));

        assertNotFound(() -> outcome(scene.guard, wish(scene.gate)));
        assertNotFound(() -> outcome(scene.foreigner, wish(scene.gate)));
        assertNotFound(() -> outcome(scene.owner, wish(new CameraId(UUID.randomUUID()))));

        scene.give(Action.REQUEST_UPLOAD);
        var count = ((Outcome.Asked) outcome(scene.guard, wish(scene.gate, yard)))
                .span()
                .count();
        assertThat(count.cameras()).isEqualTo(1);
        assertThat(count.denied() + count.empty()).isZero();
        assertThat(scene.request(id).recording()).isEqualTo(id);
    }

    @Test
    void aTimeIsKnownAndCalledOffByWhoeverMayAskForItAndByNobodyElse() {
        recorded(FROM.plusSeconds(10));
        recorded(FROM.plusSeconds(30));
        var span = ask(wish(scene.gate));

        assertNotFound(() -> scene.as(scene.guard, () -> scene.requestSpan.cancel(scene.guard, span.id())));
        assertNotFound(() -> scene.as(scene.foreigner, () -> scene.requestSpan.cancel(scene.foreigner, span.id())));
        scene.give(Action.REPLAY);
        assertThatThrownBy(() -> scene.as(scene.guard, () -> scene.requestSpan.cancel(scene.guard, span.id())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.MISSING_RIGHT));

        int cancelled = scene.as(scene.owner, () -> scene.requestSpan.cancel(scene.owner, span.id()));

        assertThat(cancelled).isEqualTo(2);
        assertThat(scene.as(scene.owner, () -> scene.spans.states(scene.owner, List.of(span.id()))))
                .singleElement()
                .satisfies(state -> assertThat(state.phase().name()).isEqualTo("CANCELLED"));
    }

    @Test
    void whoAskedForATimeKnowsOfItAlsoWhenItsRecordingsAreDeleted() {
        recorded(FROM.plusSeconds(10));
        var span = ask(wish(scene.gate));
        scene.work.run(scene.owner.tenant(), () -> {
            int unused = scene.work
                    .entities(scene.owner.tenant())
                    .createNativeQuery("delete from upload")
                    .executeUpdate();
        });

        assertThat(scene.as(scene.owner, () -> scene.spans.get(scene.owner, span.id()))
                        .id())
                .isEqualTo(span.id());
        scene.give(Action.REQUEST_UPLOAD);
        assertNotFound(() -> scene.as(scene.guard, () -> scene.spans.get(scene.guard, span.id())));
    }

    @Test
    void oneRequestForOtherCamerasInTheSameMomentIsAConflictAndNoFault() {
        CameraId yard = scene.camera("Yard");
        var first = wish(scene.gate);
        var second = new SpanWish(first.request(), Set.of(yard), FROM, TO, UploadPriority.WANTED, Optional.empty());

        Throwable thrown = catchThrowable(() -> scene.work.run(scene.owner.tenant(), () -> {
            var unasked = new SpanCount(1, 0, 1);
            for (SpanWish wish : List.of(first, second)) { // neither saw the other's row when it looked
                scene.spans.add(
                        scene.owner.tenant(),
                        new AskedSpan(SpanId.fresh(), scene.owner.subject(), wish, unasked, Scene.NOW));
            }
        }));

        assertThat(AlreadyThere.isCauseOf(thrown)).isTrue();
        assertThat(AlreadyThere.isCauseOf(new IllegalStateException("something else")))
                .isFalse();
    }

    @Test
    void callingATimeOffLeavesWhatSomebodyAskedForBefore() {
        var before = recorded(FROM.plusSeconds(10));
        UploadId upload = scene.request(before).upload();
        recorded(FROM.plusSeconds(30));
        var span = ask(wish(scene.gate));

        scene.as(scene.owner, () -> scene.requestSpan.cancel(scene.owner, span.id()));

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Requested());
    }

    @Test
    void aDeadlineThatHasPassedIsRefused() {
        var wish = new SpanWish(
                UUID.randomUUID(), Set.of(scene.gate), FROM, TO, UploadPriority.WANTED, Optional.of(Scene.NOW));

        assertThat(outcome(scene.owner, wish)).isEqualTo(new Outcome.TooLate());
    }

    @Test
    void aWishHasItsLimits() {
        Set<CameraId> many =
                Stream.generate(() -> new CameraId(UUID.randomUUID())).limit(65).collect(Collectors.toSet());

        assertThatThrownBy(() -> wish(many, FROM, TO, UploadPriority.WANTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(Set.of(), FROM, TO, UploadPriority.WANTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(Set.of(scene.gate), FROM, FROM, UploadPriority.WANTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(
                        Set.of(scene.gate), FROM, FROM.plus(SpanWish.LONGEST).plusMillis(1), UploadPriority.WANTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(Set.of(scene.gate), FROM, TO, UploadPriority.RULE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertNotFound(ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    private RecordingId recorded(Instant at) {
        return scene.closed(new byte[10], at, Delivery.ON_DEMAND);
    }

    private AskedSpan ask(SpanWish wish) {
        return ((Outcome.Asked) outcome(scene.owner, wish)).span();
    }

    private Outcome outcome(Viewer viewer, SpanWish wish) {
        return scene.as(viewer, () -> scene.requestSpan.by(viewer, wish));
    }

    private static SpanWish wish(CameraId... cameras) {
        return wish(Set.of(cameras), FROM, TO, UploadPriority.WANTED);
    }

    private static SpanWish wish(Set<CameraId> cameras, Instant from, Instant to, UploadPriority priority) {
        return new SpanWish(UUID.randomUUID(), cameras, from, to, priority, Optional.empty());
    }
}
