package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.analysis.control.Analyses;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.UploadWish;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoundPageTest {
    private static final byte[] FILE = new byte[1000];
    private Scene scene;
    private FoundPage found;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        var shown = new UploadShown(scene.uploads, scene.links, scene.refusals, scene.room);
        found = new FoundPage(
                new Cameras(scene.work, scene.visible, new AccessNews()),
                new Sites(scene.work, scene.visible, new AccessNews()),
                new FoundRecordings(scene.visible),
                new OpenUploads(scene.visible),
                shown,
                new RecordingRows(shown, new SeenInRecordings(new Analyses(scene.visible)), scene.copies),
                scene.clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void bothListsAreDrawnInEveryLanguage(String language) {
        Locale locale = Locale.of(language);
        var recording = scene.closed(FILE, Instant.parse("2026-11-20T08:00:00Z"), Delivery.ON_DEMAND);
        scene.request(recording);

        String recordings = draw("recordings/found", recordings(scene.owner, locale), locale);
        String uploads = draw("recordings/uploads", uploads(scene.owner, locale), locale);

        assertThat(recordings).doesNotContain("??").contains("data-recording=\"" + recording + "\"", "Gate");
        assertThat(recordings).as("by the clocks of the site").contains("09:00:00");
        assertThat(uploads).doesNotContain("??").contains("data-state=\"waiting\"", "Gate");
    }

    @Test
    void whoeverWaitsReadsHowManyGoBeforeAndMayGoFirst() {
        scene.request(scene.closed(FILE, Delivery.ON_DEMAND));
        var second = scene.request(scene.closed(FILE, Delivery.ON_DEMAND));
        var missed = scene.request(
                scene.closed(FILE, Delivery.ON_DEMAND),
                new UploadWish(UploadPriority.BACKFILL, Optional.of(Scene.NOW.plusSeconds(3600)), Optional.empty()));

        assertThat(turns())
                .containsOnly(
                        "wanted · next",
                        "wanted · one goes before it",
                        "when nothing else is to be sent · 2 go before it · not later than 14:00");

        scene.as(scene.owner, () -> scene.request.first(scene.owner, missed.upload()));
        assertThat(turns())
                .containsOnly(
                        "first of all · next · not later than 14:00",
                        "wanted · one goes before it",
                        "wanted · 2 go before it");
        assertThat(scene.upload(second.upload()).wish().priority()).isEqualTo(UploadPriority.WANTED);
        assertThat(uploads(scene.owner, Locale.ENGLISH).rows())
                .filteredOn(FoundPage.Sending::canGoFirst)
                .hasSize(2);
    }

    @Test
    void whoeverMayNotAskForItDoesNotSendItFirst() {
        var upload = scene.request(scene.closed(FILE, Delivery.ON_DEMAND)).upload();

        assertThatThrownBy(() -> scene.as(scene.guard, () -> scene.request.first(scene.guard, upload)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.as(scene.foreigner, () -> scene.request.first(scene.foreigner, upload)))
                .isInstanceOf(Refusal.class);
        scene.give(Action.REPLAY);
        assertThatThrownBy(() -> scene.as(scene.guard, () -> scene.request.first(scene.guard, upload)))
                .isInstanceOf(Refusal.class);
        assertThat(scene.upload(upload).wish().priority()).isEqualTo(UploadPriority.WANTED);
        assertThat(uploads(scene.guard, Locale.ENGLISH).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.canGoFirst()).isFalse());
    }

    private List<String> turns() {
        return uploads(scene.owner, Locale.ENGLISH).rows().stream()
                .map(FoundPage.Sending::turn)
                .toList();
    }

    @Test
    void aGuardFindsNothingOfACameraThatWasNotGiven() {
        scene.request(scene.closed(FILE, Delivery.ON_DEMAND));

        assertThatThrownBy(() -> recordings(scene.guard, Locale.ENGLISH)).isInstanceOf(Refusal.class);
        assertThat(uploads(scene.guard, Locale.ENGLISH).rows()).isEmpty();
        scene.give(Action.REPLAY);
        assertThat(recordings(scene.guard, Locale.ENGLISH).rows()).hasSize(1);
        assertThat(uploads(scene.guard, Locale.ENGLISH).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.canCancel()).isFalse());
    }

    @Test
    void anEmptyListOfUploadsSaysThatNoneIsOnItsWayUnlessItIsNarrowed() {
        var all = uploads(scene.owner, Locale.ENGLISH);
        var failed = scene.as(
                scene.owner,
                () -> found.uploads(
                        visit(scene.owner),
                        Optional.of(OpenUploads.Kind.FAILED),
                        Optional.empty(),
                        Address.of("/t/acme/uploads", 1).with("state", "failed"),
                        Locale.ENGLISH));

        assertThat(draw("recordings/uploads", all, Locale.ENGLISH)).contains("No upload is on its way");
        assertThat(draw("recordings/uploads", failed, Locale.ENGLISH)).contains("No upload fits");
    }

    @Test
    void whoeverMayReplayNoCameraReadsThatAndNotToTakeSomethingAway() {
        var all = new FoundRecordings.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.parse("2027-01-01T00:00:00Z"));
        Address address = Address.of("/t/acme/found", 1);

        var page = Drawn.page(
                "recordings/found",
                Map.of(
                        "found",
                        scene.as(
                                scene.guard, () -> found.recordings(visit(scene.guard), all, address, Locale.ENGLISH))),
                scene.guard.role(),
                Locale.ENGLISH);

        assertThat(page)
                .contains("No camera is shared with you for replay yet. Ask an owner")
                .doesNotContain("Take away something");
        assertThat(draw("recordings/found", recordings(scene.owner, Locale.ENGLISH), Locale.ENGLISH))
                .as("of a camera that has recorded nothing")
                .contains("Take away something");
    }

    @Test
    void programsWalkThroughTheSameListNewestFirstAndLoseNoneOfTwoThatBeganTogether() {
        var at = Instant.parse("2026-11-20T08:00:00Z");
        for (Instant start : List.of(at, at, at.plusSeconds(60), at.minusSeconds(60))) {
            scene.closed(FILE, start, Delivery.ON_DEMAND);
        }
        var recordings = new FoundRecordings(scene.visible);
        List<Recording> walked = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        for (int page = 0; page < 4; page++) {
            var ask = new PageAsk("found", 1, after);
            List<Recording> here = scene.as(scene.owner, () -> recordings.page(scene.owner, everything(), ask));
            assertThat(here).hasSize(page < 3 ? 2 : 1);
            Recording one = here.getFirst();
            walked.add(one);
            after = Optional.of(
                    new Cursor("found", one.startedAt().toString(), one.id().value()));
        }

        assertThat(walked)
                .extracting(Recording::startedAt)
                .containsExactly(at.plusSeconds(60), at, at, at.minusSeconds(60));
        assertThat(walked).extracting(Recording::id).doesNotHaveDuplicates();
        assertThat(scene.as(scene.owner, () -> recordings.find(scene.owner, everything(), 0, 10)))
                .extracting(Recording::id)
                .containsExactlyElementsOf(walked.stream().map(Recording::id).toList());
    }

    @Test
    void aDayOfTheSiteIsNamedAsADayAndAnotherSpanByItsEnds() {
        assertThat(narrowedTo("2026-11-18T23:00:00Z", "2026-11-19T23:00:00Z"))
                .isEqualTo("Thursday 19 November 2026 (Europe/Berlin)");
        assertThat(narrowedTo("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"))
                .isEqualTo("09:00 to 10:00 (Europe/Berlin)");
    }

    private String narrowedTo(String from, String to) {
        var filter = new FoundRecordings.Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Instant.parse(from), Instant.parse(to));
        Address address = Address.of("/t/acme/found", 1).with("from", from).with("to", to);
        return scene.as(scene.owner, () -> found.recordings(visit(scene.owner), filter, address, Locale.ENGLISH))
                .given()
                .getFirst()
                .words();
    }

    private static FoundRecordings.Filter everything() {
        return new FoundRecordings.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    private FoundPage.Model<FoundPage.Found> recordings(Viewer viewer, Locale language) {
        var filter = new FoundRecordings.Filter(
                Optional.empty(),
                Optional.of(scene.gate),
                Optional.empty(),
                Instant.EPOCH,
                Instant.parse("2027-01-01T00:00:00Z"));
        Address address = Address.of("/t/acme/found", 1).with("camera", scene.gate.toString());
        return scene.as(viewer, () -> found.recordings(visit(viewer), filter, address, language));
    }

    private FoundPage.Model<FoundPage.Sending> uploads(Viewer viewer, Locale language) {
        return scene.as(
                viewer,
                () -> found.uploads(
                        visit(viewer), Optional.empty(), Optional.empty(), Address.of("/t/acme/uploads", 1), language));
    }

    private String draw(String template, FoundPage.Model<?> model, Locale language) {
        return Drawn.page(template, Map.of("found", model, "spans", List.of()), scene.owner.role(), language);
    }

    private static Visit visit(Viewer viewer) {
        var person = new Person(viewer.subject().value(), "somebody", "Somebody", List.of());
        return new Visit(viewer, person, "acme", Map.of("acme", "Acme"), Optional.empty());
    }
}
