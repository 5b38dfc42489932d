package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.tenancy.Name;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on which a grant is changed, by whoever gave it and by whoever may only make it narrower. */
class GrantPageIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final Map<String, String> ACME =
            Map.of("acme", HUB.world.owner.tenant().toString());
    private static final Instant UNTIL = Instant.parse("2099-12-31T17:00:00Z");
    private static final String ZONE = "zone=Europe/Berlin&";
    private static MatrixScene scene;
    private static String owner;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        owner = HUB.ownerCookies();
    }

    @Test
    void whatIsSavedIsWhatTheGrantSays() {
        GrantId grant = give(new Holder.Person(new Subject("somebody")), true);

        HttpResponse<String> answer =
                save(owner, grant, "version=0&" + ZONE + "action=REPLAY&until=2099-06-01T12:00&reason=less");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        GrantTerms terms = terms(grant);
        assertThat(terms.actions()).containsExactly(Action.REPLAY);
        assertThat(terms.until()).hasValue(Instant.parse("2099-06-01T10:00:00Z"));
        assertThat(terms.passable()).isFalse();
        assertThat(terms.reason()).isEqualTo("less");
    }

    @Test
    void whoWasSlowerIsToldReadsWhatIsThereNowAndMaySaveOverIt() {
        GrantId grant = give(new Holder.Person(new Subject("somebody")), false);
        save(owner, grant, "version=0&" + ZONE + "action=LIVE&reason=faster");

        HttpResponse<String> slower = save(owner, grant, "version=0&" + ZONE + "action=LIVE&reason=slower");

        assertThat(slower.statusCode()).isEqualTo(422);
        assertThat(slower.body()).contains("in the meantime", "faster", "value=\"slower\"");
        assertThat(terms(grant).reason()).isEqualTo("faster");
        String version = slower.body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(save(owner, grant, "version=" + version + "&" + ZONE + "action=LIVE&reason=slower")
                        .statusCode())
                .isEqualTo(303);
        assertThat(terms(grant).reason()).isEqualTo("slower");
    }

    /** Times are typed by the clock of a site, and the first site may be another one by now. */
    @Test
    void timesTypedByAnotherClockAreNotTaken() {
        GrantId grant = give(new Holder.Person(new Subject("somebody")), false);

        assertThat(save(owner, grant, "version=0&zone=Asia/Tokyo&action=LIVE").statusCode())
                .isEqualTo(422);
        assertThat(terms(grant).until()).hasValue(UNTIL);
    }

    @Test
    void whatATeamMayPassOnStandsInTheFormAndIsNotLostBySaving() {
        TeamId team = HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world
                        .teams
                        .make(HUB.world.owner, TeamId.fresh(), new Name("Changed"))
                        .id());
        GrantId grant = give(new Holder.Team(team), true);

        String page = HUB.send(HUB.to(path(grant)).header("Cookie", owner)).body();

        assertThat(page).containsPattern("name=\"passable\" value=\"yes\"[^>]* checked");
    }

    @Test
    void aRoleThatDoesNotSeeEveryCameraMakesItNarrowerAndIsToldWhyNotWider() {
        scene.walkerMay(EnumSet.of(Permission.DELEGATE, Permission.LIVE));
        give(new Holder.Person(new Subject(MatrixScene.WALKER)), false); // sees the camera
        GrantId grant = give(new Holder.Person(new Subject("somebody")), false);
        String walker = HUB.cookies(MatrixScene.WALKER, ACME);

        HttpResponse<String> wider = save(walker, grant, "version=0&" + ZONE + "action=LIVE&reason=mine");
        assertThat(wider.statusCode()).isEqualTo(422);
        assertThat(wider.body()).contains("no wider", "value=\"mine\"");
        HttpResponse<String> more =
                save(walker, grant, "version=0&" + ZONE + "action=LIVE&action=REPLAY&until=2099-12-31T18:00");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(terms(grant).until()).hasValue(UNTIL);
        assertThat(terms(grant).actions()).containsExactly(Action.LIVE);

        HttpResponse<String> narrower = save(walker, grant, "version=0&" + ZONE + "action=LIVE&until=2099-06-01T12:00");
        assertThat(narrower.statusCode()).as(narrower.body()).isEqualTo(303);
    }

    private static GrantId give(Holder holder, boolean passable) {
        var terms = new GrantTerms(
                Set.of(Action.LIVE), Optional.empty(), Optional.of(UNTIL), Optional.empty(), passable, "");
        var wish = GrantWish.of(holder, new Selector.OneCamera(HUB.camera), terms);
        return HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world
                        .grants
                        .give(HUB.world.owner, GrantId.fresh(), wish)
                        .id());
    }

    private static GrantTerms terms(GrantId grant) {
        return HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world.grants.get(HUB.world.owner, grant).terms());
    }

    private static String path(GrantId grant) {
        return "/t/acme/people/grants/" + grant;
    }

    private static HttpResponse<String> save(String cookies, GrantId grant, String form) {
        return HUB.send(HUB.to(path(grant))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + Asker.csrf(HUB, cookies) + "&" + form)));
    }
}
