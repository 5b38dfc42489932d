package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says to people, to whom, and how it is narrowed. */
class AuditPageTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>{0}'${7*7}";

    private final HubWorld world = new HubWorld(AuditEntry.class, AuditHead.class);
    private final AuditLog log = new AuditLog(world.work);

    @AfterEach
    void close() {
        world.close();
    }

    private void note(Viewer who, Deed deed) {
        world.work.run(who.tenant(), () -> {
            world.work.by(new Doer(
                    Doer.Kind.PERSON,
                    who.subject().value(),
                    "The " + who.subject().value(),
                    "192.0.2.7"));
            world.work.note(deed);
        });
    }

    private CameraId yard() {
        SiteId site = world.site(world.owner, "Depot");
        return world.camera(world.owner, site, Optional.empty(), "Yard");
    }

    private List<AuditEntry> rows(AuditFilter filter) {
        return world.inTenant(world.owner, () -> log.page(world.owner, filter, Long.MAX_VALUE, 100));
    }

    private List<String> sentences(AuditFilter filter, Locale language) {
        var reader = new AuditLine.Reader(id -> "name of " + id, ZoneId.of("UTC"), BEGUN, language);
        return rows(filter).stream()
                .map(row -> AuditLine.of(row, reader).sentence().plain())
                .toList();
    }

    private static AuditFilter who(String text) {
        return new AuditFilter(Optional.of(text), List.of(), Optional.empty(), Instant.EPOCH, Asked.LAST);
    }

    private static AuditFilter camera(String text) {
        return new AuditFilter(Optional.empty(), List.of(), Optional.of(text), Instant.EPOCH, Asked.LAST);
    }

    @Test
    void aLiveViewIsASentenceInBothLanguages() {
        CameraId yard = yard();
        note(world.guard, Deed.ofCamera(DeedKind.LIVE_ENDED, yard.value()).span(BEGUN, BEGUN.plusSeconds(200)));

        assertThat(sentences(who("guard"), Locale.ENGLISH))
                .containsExactly("The guard watched Yard live for 3 min 20 s");
        assertThat(sentences(who("guard"), Locale.GERMAN))
                .containsExactly("The guard hat Yard live gesehen, 3 Min. 20 s lang");
    }

    @Test
    void whatWasDoneToPlacesAndCamerasIsThereByItself() {
        yard();

        assertThat(sentences(AuditFilter.ALL, Locale.ENGLISH))
                .containsExactly("The hub added the camera Yard", "The hub added the site Depot");
    }

    @ParameterizedTest
    @EnumSource(DeedKind.class)
    void everyDeedHasWordsInBothLanguages(DeedKind kind) {
        note(
                world.owner,
                Deed.of(kind, "thing", "1", "Thing").with("account", "guard").with("actions", "LIVE LATER"));

        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(sentences(AuditFilter.ALL, language))
                    .singleElement()
                    .asString()
                    .contains("The owner")
                    .doesNotContain("??", "{", "null");
        }
    }

    @Test
    void theLogIsNarrowedByPersonKindCameraAndTime() {
        CameraId yard = yard();
        note(world.guard, Deed.ofCamera(DeedKind.LIVE_STARTED, yard.value()));
        note(world.owner, Deed.ofCamera(DeedKind.LIVE_STARTED, yard.value()));
        note(world.owner, Deed.of(DeedKind.LOGIN, "account", "owner", "Owner"));
        Instant now = rows(AuditFilter.ALL).getFirst().at();

        assertThat(rows(who("the GUARD"))).hasSize(1);
        assertThat(rows(who("guard"))).hasSize(1);
        assertThat(rows(who("%"))).isEmpty();
        assertThat(rows(camera("yAr"))).hasSize(3);
        assertThat(rows(camera(yard.value().toString()))).hasSize(3);
        assertThat(rows(camera("_ard"))).isEmpty();
        assertThat(rows(new AuditFilter(
                        Optional.of("owner"), List.of(DeedKind.LOGIN), Optional.empty(), Instant.EPOCH, Asked.LAST)))
                .hasSize(1);
        assertThat(rows(new AuditFilter(Optional.empty(), List.of(), Optional.empty(), now, Asked.LAST)))
                .hasSize(1);
        assertThat(rows(new AuditFilter(Optional.empty(), List.of(), Optional.empty(), Instant.EPOCH, now)))
                .hasSize(4);
    }

    @Test
    void pagesTogetherAreTheLog() {
        for (int i = 0; i < 7; i++) {
            note(world.owner, Deed.of(DeedKind.LOGIN, "account", "owner", "Owner"));
        }
        long before = Long.MAX_VALUE;
        List<Long> seen = new java.util.ArrayList<>();
        for (List<AuditEntry> page = page(before); !page.isEmpty(); page = page(before)) {
            page.forEach(row -> seen.add(row.seq()));
            before = page.getLast().seq();
        }

        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    private List<AuditEntry> page(long before) {
        return world.inTenant(world.owner, () -> log.page(world.owner, AuditFilter.ALL, before, 3));
    }

    static List<Role> roles() {
        return Role.standard();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void onlyThoseWhoseRoleAuditsRead(Role role) {
        note(world.owner, Deed.of(DeedKind.LOGIN, "account", "owner", "Owner"));
        var viewer = new Viewer(world.owner.tenant(), world.owner.subject(), role);

        if (role.audits()) {
            assertThat(world.inTenant(viewer, () -> log.page(viewer, AuditFilter.ALL, Long.MAX_VALUE, 10)))
                    .hasSize(1);
        } else {
            assertThatThrownBy(
                            () -> world.inTenant(viewer, () -> log.page(viewer, AuditFilter.ALL, Long.MAX_VALUE, 10)))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.MISSING_RIGHT));
        }
    }

    @Test
    void anotherTenantsRowsAreNotThere() {
        note(world.owner, Deed.of(DeedKind.LOGIN, "account", "owner", "Owner"));

        assertThat(world.inTenant(world.stranger, () -> log.page(world.stranger, AuditFilter.ALL, Long.MAX_VALUE, 10)))
                .isEmpty();
    }

    @Test
    void aProgramWithAnAccountOfItsOwnIsToldFromOneThatActsForSomebody() {
        world.work.run(world.owner.tenant(), () -> {
            world.work.by(new Doer(Doer.Kind.SERVICE, "s-1", "archive", "192.0.2.7"));
            world.work.note(Deed.of(DeedKind.LOGIN, "account", "s-1", "archive"));
        });
        world.work.run(world.owner.tenant(), () -> {
            world.work.by(new Doer(Doer.Kind.PROGRAM, "owner", "Owner", "192.0.2.7"));
            world.work.note(Deed.of(DeedKind.LOGIN, "account", "owner", "Owner"));
        });

        var reader = new AuditLine.Reader(id -> id, ZoneId.of("UTC"), BEGUN, Locale.ENGLISH);
        assertThat(rows(AuditFilter.ALL).stream()
                        .map(row -> AuditLine.of(row, reader).more()))
                .containsExactly(List.of("by a program with a token"), List.of("by a service account"));
    }

    private Map<String, Object> model(List<AuditLine> lines, Object verdict) {
        Map<String, Object> model = new HashMap<>();
        model.put("verdict", verdict);
        model.put("zone", "Europe/Berlin");
        model.put("given", Map.of("who", HOSTILE));
        model.put("kinds", Stream.of(DeedKind.values()).map(DeedKind::word).toList());
        model.put("csv", "/t/acme/audit/log.csv");
        model.put("older", "");
        model.put("lines", lines);
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageHasAllItsWordsAndANameIsOnlyText(String code) {
        Locale language = Locale.of(code);
        note(world.owner, Deed.of(DeedKind.SITE_ADDED, "site", "1", HOSTILE).with("before", HOSTILE));
        var reader = new AuditLine.Reader(id -> id, ZoneId.of("UTC"), BEGUN, language);
        List<AuditLine> lines = rows(AuditFilter.ALL).stream()
                .map(row -> AuditLine.of(row, reader))
                .toList();

        String page = Drawn.page("audit/audit", model(lines, ""), Role.OWNER, language);

        assertThat(page)
                .startsWith("<!doctype html>")
                .doesNotContain("??", "<script>alert", "null")
                .doesNotContainPattern("[\\s<]th:")
                .doesNotContainPattern("\\sstyle=")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{0}", "192.0.2.7", "href=\"/t/acme/audit\"");
        assertThat(Drawn.page("audit/audit", model(List.of(), ""), Role.OWNER, language))
                .doesNotContain("??", "<table");
    }

    @ParameterizedTest
    @EnumSource(Verdict.Damage.class)
    void whatVerifyingFoundIsSaid(Verdict.Damage damage) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(Drawn.page(
                            "audit/audit",
                            model(List.of(), VerificationDocument.of(new Verdict.Broken(1234, damage))),
                            Role.OWNER,
                            language))
                    .contains("data-verdict=\"broken\"", language.equals(Locale.ENGLISH) ? "1,234" : "1.234")
                    .doesNotContain("??");
        }
    }

    @Test
    void aWholeLogIsSaidWithItsLastHash() {
        note(world.owner, Deed.of(DeedKind.LOGIN, "account", "owner", "Owner"));
        Verdict verdict = new VerifyChain(world.work, log).verify(world.owner.tenant(), List.of());

        assertThat(Drawn.page(
                        "audit/audit", model(List.of(), VerificationDocument.of(verdict)), Role.OWNER, Locale.ENGLISH))
                .contains(
                        "The log is whole: one row",
                        rows(AuditFilter.ALL).getFirst().hash().hex());
    }

    @Test
    void whoeverDoesNotDelegateIsShownNoWayToTheLog() {
        assertThat(Drawn.page("recordings/none", Map.of(), Role.VIEWER, Locale.ENGLISH))
                .doesNotContain("/audit");
    }
}
