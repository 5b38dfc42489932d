package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.tenancy.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who got what, in one sentence that is true years later. */
class AuditSentenceTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID ROLE = UUID.fromString("0193c5a2-7d1e-7b11-9c52-0a1b2c3d4e5f");
    private static final Map<String, String> NAMES = Map.of(
            "guard",
            "Night guard",
            "team-1",
            "Night shift",
            "site-1",
            "Depot",
            "group-1",
            "Yard",
            ROLE.toString(),
            "Watch");

    private final HubWorld world = new HubWorld(AuditEntry.class, AuditHead.class);
    private final AuditLog log = new AuditLog(world.work);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aGrantSaysWhoHoldsIt() {
        assertThat(said(given().with("account", "guard")))
                .isEqualTo("Owner let Night guard use every camera: watch live");
        assertThat(said(given().with("team", "team-1")))
                .isEqualTo("Owner let Night shift use every camera: watch live");
        assertThat(said(given().with("invitation", "i-1")))
                .isEqualTo("Owner let somebody who is invited use every camera: watch live");
        assertThat(said(given().with("role", "VIEWER")))
                .isEqualTo("Owner let everyone with the role Viewer use every camera: watch live");
        assertThat(said(given().with("role", ROLE)))
                .as("a role of the tenant's own is called as it is now")
                .isEqualTo("Owner let everyone with the role Watch use every camera: watch live");
    }

    @Test
    void aGrantIsSaidInGermanWithTheWordsOfItsPages() {
        Deed guards = given().with("account", "guard");

        assertThat(inGerman(guards)).isEqualTo("Owner hat Night guard für alle Kameras freigegeben: live ansehen");
        assertThat(inGerman(guards.with("tag", "north").with("actions", "REPLAY LATER REQUEST_UPLOAD")))
                .isEqualTo("Owner hat Night guard für Kameras mit der Marke north freigegeben:"
                        + " Aufnahmen wiedergeben, LATER, Aufnahmen von vor Ort anfordern");
        assertThat(inGerman(given().with("role", "EDITOR").with("site", "site-1")))
                .isEqualTo("Owner hat alle mit der Rolle Einrichtung für Depot freigegeben: live ansehen");
        assertThat(inGerman(given().with("invitation", "i-1").with("group", "group-1")))
                .isEqualTo("Owner hat jemand Eingeladenes für Yard freigegeben: live ansehen");
    }

    @Test
    void aGrantSaysWhatItIsAbout() {
        Deed guards = given().with("account", "guard");

        assertThat(said(guards.with("tag", "north"))).contains("use cameras tagged north:");
        assertThat(said(guards.with("site", "site-1"))).contains("use Depot:");
        assertThat(said(guards.with("group", "group-1"))).contains("use Yard:");
        assertThat(said(guards.with("group", "group-1").with("site", "site-1")))
                .as("the nearer of the two")
                .contains("use Yard:");
        CameraId gate = world.camera(world.owner, world.site(world.owner, "Depot"), Optional.empty(), "Gate");
        assertThat(said(guards.camera(gate.value()).with("tag", "north"))).contains("use Gate:");
    }

    @Test
    void itsActionsAreWordsAndOneThatThisHubDoesNotKnowIsLeftAsItIs() {
        String actions = " LIVE  LATER REPLAY ";

        assertThat(said(Deed.of(DeedKind.GRANT_GIVEN, "grant", "1", "")
                        .with("account", "guard")
                        .with("actions", actions)))
                .endsWith(": watch live, LATER, replay recordings");
    }

    @Test
    void aRoleThatSomebodyGotIsNamedAsItWasThenOrElseByItsWord() {
        Deed given = Deed.of(DeedKind.ROLE_GIVEN, "account", "guard", "Guard").with("account", "guard");

        assertThat(said(given.with("now", "ADMIN"))).isEqualTo("Owner gave Night guard the role Admin");
        assertThat(said(given.with("now", ROLE).with("now-name", "Day watch")))
                .isEqualTo("Owner gave Night guard the role Day watch");
        assertThat(said(given.with("now", ROLE))).isEqualTo("Owner gave Night guard the role Watch");
    }

    @Test
    void aQuotaIsNamedByWhatItLimits() {
        for (Limit limit : Limit.values()) {
            assertThat(said(Deed.of(DeedKind.QUOTA_SET, "quota", limit.word(), "")))
                    .startsWith("Owner set the quota: ")
                    .doesNotEndWith(limit.word())
                    .doesNotContain("??");
        }
        assertThat(said(Deed.of(DeedKind.QUOTA_SET, "quota", "doors", ""))).endsWith("doors");
    }

    @Test
    void aCameraThatIsGoneIsSaidToBe() {
        assertThat(said(Deed.ofCamera(DeedKind.LIVE_STARTED, UUID.randomUUID())))
                .isEqualTo("Owner began to watch a camera live");
    }

    @Test
    void aReplayTellsTheSecondsThatWereServedAndAViewItsSpan() {
        Deed replay = Deed.of(DeedKind.REPLAYED, "recording", "r-1", "").span(BEGUN, BEGUN.plusSeconds(60));

        assertThat(said(replay.with("seconds", 5))).contains("replayed 5 s of");
        assertThat(said(replay)).contains("replayed 1 min 0 s of");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "499, 0 s",
        "500, 1 s",
        "59_499, 59 s",
        "59_500, 1 min 0 s",
        "3_599_499, 59 min 59 s",
        "3_599_500, 1 h 0 min",
        "90_000_000, 25 h 0 min"
    })
    void aSpanIsSaidInItsTwoLargestParts(String millis, String words) {
        Duration span = Duration.ofMillis(Long.parseLong(millis.replace("_", "")));

        assertThat(AuditSentence.length(span, Locale.ENGLISH)).isEqualTo(words);
    }

    @Test
    void whatElseThereIsToSayStandsBesideTheSentence() {
        Deed changed = Deed.of(DeedKind.GRANT_GIVEN, "grant", "1", "Gate")
                .span(BEGUN, BEGUN.plusSeconds(60))
                .with("before", "Door")
                .with("until", "2026-11-21T08:30:00Z")
                .with("reason", "holidays");

        assertThat(line(changed).more())
                .satisfiesExactly(
                        span -> assertThat(span).contains("12:00", "12:01"),
                        before -> assertThat(before).isEqualTo("was called Door"),
                        until -> assertThat(until).startsWith("until ").contains("08:30"),
                        reason -> assertThat(reason).isEqualTo("Because “holidays”."));
        assertThat(line(Deed.of(DeedKind.GRANT_GIVEN, "grant", "1", "Gate").with("before", "Gate"))
                        .more())
                .as("the name did not change")
                .isEmpty();
    }

    private String inGerman(Deed deed) {
        return line(deed, Locale.GERMAN).sentence().plain();
    }

    private static Deed given() {
        return Deed.of(DeedKind.GRANT_GIVEN, "grant", "1", "").with("actions", Action.LIVE);
    }

    private String said(Deed deed) {
        return line(deed).sentence().plain();
    }

    private AuditLine line(Deed deed) {
        return line(deed, Locale.ENGLISH);
    }

    private AuditLine line(Deed deed, Locale language) {
        world.work.run(world.owner.tenant(), () -> {
            world.work.by(new Doer(Doer.Kind.PERSON, "owner", "Owner", "192.0.2.7"));
            world.work.note(deed);
        });
        List<AuditEntry> rows =
                world.inTenant(world.owner, () -> log.page(world.owner, AuditFilter.ALL, Long.MAX_VALUE, 1));
        var reader = new AuditLine.Reader(id -> NAMES.getOrDefault(id, "?" + id), ZoneId.of("UTC"), BEGUN, language);
        return AuditLine.of(rows.getFirst(), reader);
    }
}
