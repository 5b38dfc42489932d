package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.RequestSpan.Outcome;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.AskedSpan;
import io.vedette.hub.recordings.entity.SpanWish;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanPagesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Scene scene;
    private SpanPage page;
    private SpanShown shown;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        var sites = new Sites(scene.work, scene.visible, new AccessNews());
        page = new SpanPage(new Cameras(scene.work, scene.visible, new AccessNews()), sites);
        shown = new SpanShown(scene.spans, sites, scene.clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theFormOffersCamerasInTheClocksOfTheirSite(String language) {
        Locale locale = Locale.of(language);
        var form = SpanForm.fresh(Set.of(scene.gate), Scene.NOW.minusSeconds(3600), Scene.NOW, zone(scene.owner));

        String drawn = Drawn.page(
                "recordings/span", Map.of("form", form, "page", model(scene.owner, form)), scene.owner.role(), locale);

        assertThat(drawn)
                .doesNotContain("??")
                .contains("Gate", "Europe/Berlin", "value=\"2026-11-20T12:00\"", "value=\"2026-11-20T13:00\"");
    }

    @Test
    void onlyCamerasWhoseRecordingsMayBeAskedForAreOffered() {
        assertThat(model(scene.guard, FormInput.empty()).cameras()).isEmpty();
        assertThat(model(scene.foreigner, FormInput.empty()).cameras()).isEmpty();
        scene.give(Action.REPLAY);
        assertThat(model(scene.guard, FormInput.empty()).cameras()).isEmpty();
        scene.give(Action.REQUEST_UPLOAD);
        assertThat(model(scene.guard, FormInput.empty()).cameras()).hasSize(1);
    }

    @Test
    void whoHasNoCameraToAskReadsThat() {
        var form = FormInput.empty();

        String drawn = Drawn.page(
                "recordings/span",
                Map.of("form", form, "page", model(scene.guard, form)),
                scene.guard.role(),
                Locale.ENGLISH);

        assertThat(drawn).contains("No camera whose recordings you may ask for").doesNotContain("<form class=\"card");
    }

    @Test
    void whatIsTypedIsReadInTheZoneOfTheForm() {
        var form = typed("2026-11-20T11:00", "2026-11-20T12:00:30").preset("deadline", "2026-11-20T20:00");

        SpanWish wish = SpanForm.read(form, BERLIN, Scene.NOW).orElseThrow();

        assertThat(wish.from()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(wish.to()).isEqualTo(Instant.parse("2026-11-20T11:00:30Z"));
        assertThat(wish.deadline()).contains(Instant.parse("2026-11-20T19:00:00Z"));
        assertThat(wish.priority()).isEqualTo(UploadPriority.WANTED);
        assertThat(wish.cameras()).containsExactly(scene.gate);
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday, form.span.time",
        "to, 2026-11-20T11:00, form.span.before",
        "to, 2026-11-21T13:00, form.span.long",
        "to, +999999-01-01T00:00, form.span.time",
        "deadline, 2026-11-20T12:59, form.span.past",
        "priority, RULE, form.span.priority",
        "priority, now, form.span.priority",
        "camera, gate, form.span.camera"
    })
    void whatIsWrongIsSaidAtItsField(String field, String text, String error) {
        var form = typed("2026-11-20T11:00", "2026-11-20T12:00").preset(field, text);

        assertThat(SpanForm.read(form, BERLIN, Scene.NOW)).isEmpty();
        assertThat(form.error(field)).isEqualTo(error);
    }

    @Test
    void aZoneThatNoSiteHasIsNoneOfOurForm() {
        assertThat(scene.as(scene.owner, () -> page.zone(scene.owner, "Europe/Berlin")))
                .isEqualTo(BERLIN);
        assertThatThrownBy(() -> scene.as(scene.owner, () -> page.zone(scene.owner, "Asia/Tokyo")))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void anAskedForTimeShowsWhatCameOfItAndCanBeCalledOff(String language) {
        Locale locale = Locale.of(language);
        scene.closed(new byte[10], Scene.NOW.minusSeconds(600), Delivery.ON_DEMAND);
        AskedSpan span = ask();

        var line = scene.as(scene.owner, () -> shown.line(visit(scene.owner), span, locale));
        String drawn = Drawn.page("recordings/asked", Map.of("span", line), scene.owner.role(), locale);

        assertThat(line.open()).isTrue();
        assertThat(drawn).doesNotContain("??").contains("/t/acme/span/" + span.id() + "/cancel", "Europe/Berlin");
        assertThat(scene.as(scene.owner, () -> shown.latest(visit(scene.owner), 20, locale)))
                .hasSize(1);
        assertThat(scene.as(scene.guard, () -> shown.latest(visit(scene.guard), 20, locale)))
                .isEmpty();
        assertThat(scene.as(scene.foreigner, () -> shown.latest(visit(scene.foreigner), 20, locale)))
                .isEmpty();

        scene.as(scene.owner, () -> scene.requestSpan.cancel(scene.owner, span.id()));
        var over = scene.as(scene.owner, () -> shown.line(visit(scene.owner), span, locale));
        assertThat(over.open()).isFalse();
        assertThat(Drawn.page("recordings/asked", Map.of("span", over), scene.owner.role(), locale))
                .doesNotContain("??", "/cancel\"");
        assertThat(scene.as(scene.owner, () -> shown.latest(visit(scene.owner), 20, locale)))
                .as("it stays in the list")
                .hasSize(1);
    }

    @Test
    void theListOfUploadsShowsTimesAndHowFarTheyAre() {
        scene.closed(new byte[10], Scene.NOW.minusSeconds(600), Delivery.ON_DEMAND);
        ask();

        var latest = scene.as(scene.owner, () -> shown.latest(visit(scene.owner), 20, Locale.ENGLISH));
        var found = new FoundPage.Model<FoundPage.Sending>(
                List.of(),
                List.of(new FoundPage.Choice("All", "/t/acme/uploads", true)),
                List.of(),
                "",
                new FoundForm(Map.of(), List.of(), ""),
                false);
        String drawn = Drawn.page(
                "recordings/uploads", Map.of("found", found, "spans", latest), scene.owner.role(), Locale.ENGLISH);

        assertThat(drawn).contains("Asked-for times", "0 of 1 are here, 0 are coming, 1 wait", "Cancel all of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whoDidNotAskIsToldOfNoMoreThanTheyMayAskForThemselves(String language) {
        Locale locale = Locale.of(language);
        scene.closed(new byte[10], Scene.NOW.minusSeconds(600), Delivery.ON_DEMAND);
        AskedSpan span = ask(Set.of(scene.gate, scene.camera("Yard")));
        scene.give(Action.REQUEST_UPLOAD);

        SpanDocument owners = scene.as(scene.owner, () -> shown.document(scene.owner, span));
        SpanDocument guards = scene.as(scene.guard, () -> shown.document(scene.guard, span));

        assertThat(owners.cameras()).isEqualTo(2);
        assertThat(owners.empty()).isEqualTo(1);
        assertThat(guards.asked()).isEqualTo(1);
        assertThat(guards.cameras()).isNull();
        assertThat(guards.empty()).isNull();
        SpanShown.Line line = scene.as(scene.guard, () -> shown.line(visit(scene.guard), span, locale));
        assertThat(Drawn.page("recordings/asked", Map.of("span", line), scene.guard.role(), locale))
                .doesNotContain("??");
    }

    private AskedSpan ask() {
        return ask(Set.of(scene.gate));
    }

    private AskedSpan ask(Set<CameraId> cameras) {
        var wish = new SpanWish(
                UUID.randomUUID(),
                cameras,
                Scene.NOW.minusSeconds(3600),
                Scene.NOW,
                UploadPriority.WANTED,
                Optional.of(Scene.NOW.plusSeconds(60)));
        return ((Outcome.Asked) scene.as(scene.owner, () -> scene.requestSpan.by(scene.owner, wish))).span();
    }

    private FormInput typed(String from, String to) {
        return FormInput.empty()
                .preset("camera", scene.gate.toString())
                .preset("from", from)
                .preset("to", to)
                .preset("priority", "WANTED");
    }

    private ZoneId zone(Viewer viewer) {
        return scene.as(viewer, () -> page.zone(viewer, Set.of(scene.gate)));
    }

    private SpanPage.Model model(Viewer viewer, FormInput form) {
        return scene.as(viewer, () -> page.of(viewer, form, zone(viewer)));
    }

    private static Visit visit(Viewer viewer) {
        var person = new Person(viewer.subject().value(), "somebody", "Somebody", List.of());
        return new Visit(viewer, person, "acme", Map.of("acme", "Acme"), Optional.empty());
    }
}
