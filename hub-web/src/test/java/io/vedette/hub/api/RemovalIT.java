package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Quotas;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places as they are arranged and taken away through the running hub, on pages and by programs. Each test has a site of its own. */
class RemovalIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String API = "/api/v1/t/acme";
    private static final Map<String, String> ACME =
            Map.of("acme", HUB.world.owner.tenant().toString());
    private static final String COOKIES = HUB.cookies("owner", ACME);
    private static final String CSRF = HUB.send(HUB.to("/api/v1/me").header("Cookie", COOKIES))
            .body()
            .replaceFirst(".*\"csrf\":\"([^\"]+)\".*", "$1");

    private final SiteId site = HUB.world.site(HUB.world.owner, "Quarry");
    private final GroupId group = HUB.world.group(HUB.world.owner, site, "Pit");
    private final CameraId camera = HUB.world.camera(HUB.world.owner, site, Optional.empty(), "Crane");

    @Test
    void aProgramReadsWhatGoesAndDeletesExactlyThat() {
        String path = API + "/sites/" + site;
        String seen = tag(HUB.send(HUB.asOwner(path + "/removal")));

        assertThat(delete(path, null).statusCode()).isEqualTo(428);
        assertThat(delete(path, "*").statusCode()).as("whatever is there").isEqualTo(412);
        HUB.world.camera(HUB.world.owner, site, Optional.empty(), "Truck");
        assertThat(delete(path, seen).statusCode()).as("a camera more would go").isEqualTo(412);

        HttpResponse<String> now = HUB.send(HUB.asOwner(path + "/removal"));
        assertThat(now.body()).contains("\"groups\":1", "\"cameras\":2");
        assertThat(delete(path, tag(now)).statusCode()).isEqualTo(204);
        assertThat(HUB.send(HUB.asOwner(path)).statusCode()).isEqualTo(404);
        assertThat(HUB.send(HUB.asOwner(API + "/cameras/" + camera)).statusCode())
                .isEqualTo(404);
        assertThat(page("/t/acme/audit").body()).contains("deleted the site", "Quarry");
    }

    @Test
    void thePageAsksForTheNameAndForWhatChangedMeanwhile() {
        String page = "/t/acme/remove/camera/" + camera;
        HttpResponse<String> asked = page(page);
        String state = field(asked, "state");

        assertThat(post(page, "state=" + state + "&name=crane").statusCode()).isEqualTo(422);
        give();
        HttpResponse<String> again = post(page, "state=" + state + "&name=Crane");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("This changed while you read", "One grant is taken back");

        assertThat(post(page, "state=" + field(again, "state") + "&name=Crane").statusCode())
                .isEqualTo(303);
        assertThat(page("/t/acme/cameras/" + camera).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverPutsACameraIntoAGroupIsToldWhoSeesItBeforeItIsSaved() {
        HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world.grants.give(
                        HUB.world.owner,
                        GrantId.fresh(),
                        GrantWish.of(
                                new Holder.Person(new Subject("guest")),
                                new Selector.WholeGroup(group),
                                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""))));
        String page = "/t/acme/cameras/" + camera;
        String wish = "name=Crane&version=0&tags=&place=" + encoded("group:" + group);

        HttpResponse<String> asked = post(page, wish);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("One person will see this camera from now on");
        assertThat(HUB.send(HUB.asOwner(API + "/cameras/" + camera)).body()).doesNotContain("\"group\"");

        assertThat(post(page, wish + "&agreed=" + field(asked, "agreed")).statusCode())
                .isEqualTo(303);
        assertThat(HUB.send(HUB.asOwner(API + "/cameras/" + camera)).body()).contains(group.toString());
    }

    @Test
    void aSiteAndItsTreeOfGroupsAreArrangedOnPages() {
        GroupId inner = HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world
                        .sites
                        .addGroup(
                                HUB.world.owner,
                                GroupId.fresh(),
                                site,
                                Optional.of(group),
                                new Name("Ramp"),
                                new Badge("RMP"))
                        .id());
        String page = "/t/acme/sites/" + site;
        assertThat(page(page).body()).containsSubsequence("Pit", "class=\"tree\"", "Ramp", "RMP");

        assertThat(post(page, "site=Quarry&address=Road+1&zone=Europe%2FLisbon&version=0")
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(page).body()).contains("Road 1", "Europe/Lisbon");
        assertThat(post(page, "site=Quarry&address=&zone=Mars%2FBase&version=1").statusCode())
                .isEqualTo(422);
        assertThat(post(page + "/groups/" + group, "group=Pit&badge=&version=0&above=" + inner)
                        .statusCode())
                .as("into what lies in it")
                .isEqualTo(422);
        assertThat(post(page + "/groups/" + inner, "group=Ramp&badge=&version=0&above=")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void moreTagsThanACameraMayHaveAreAWordInTheFormAndWhatWasTypedStays() {
        String tags =
                IntStream.rangeClosed(0, Tags.MOST).mapToObj(one -> "ore" + one).collect(Collectors.joining(" "));
        String several = "camera=" + camera + "&place=&remove=&add=" + encoded(tags);
        String one = "name=Crane&version=0&place=" + encoded("site:" + site) + "&tags=" + encoded(tags);

        for (HttpResponse<String> answer :
                List.of(post("/t/acme/cameras/arrange", several), post("/t/acme/cameras/" + camera, one))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("A camera has at most 20 tags.", "value=\"" + tags + "\"");
        }
        assertThat(page("/t/acme/tags").body()).doesNotContain("ore20");
    }

    @Test
    void aCameraBeyondTheQuotaIsAWordInTheFormAndTheFirstPageNamesTheQuota() {
        var tenant = HUB.world.owner.tenant();
        long there = HUB.world.inTenant(HUB.world.owner, () -> HUB.world.cameras.count(tenant));
        quota(OptionalLong.of(there));
        try {
            HttpResponse<String> refused = post("/t/acme/cameras/new", "name=Winch&place=" + encoded("site:" + site));

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("the quota is used up", "value=\"Winch\"");
            assertThat(page("/t/acme").body()).contains("data-need=\"quota_cameras\"");
            assertThat(page("/t/acme", HUB.cookies("guard", ACME)).body()).doesNotContain("quota_");
        } finally {
            quota(OptionalLong.empty());
        }
        assertThat(post("/t/acme/cameras/new", "name=Winch&place=" + encoded("site:" + site))
                        .statusCode())
                .isEqualTo(303);
    }

    private static void quota(OptionalLong cameras) {
        var tenant = HUB.world.owner.tenant();
        HUB.world.work.run(
                tenant,
                () -> new Quotas(HUB.world.work)
                        .set(tenant, Limit.CAMERAS, cameras, "contract", HUB.world.clock.instant()));
    }

    @Test
    void aViewerSeesNoneOfThesePages() {
        give();
        String guard = HUB.cookies("guard", ACME);
        for (String page : new String[] {
            "/t/acme/sites/" + site,
            "/t/acme/tags",
            "/t/acme/cameras/arrange?camera=" + camera,
            "/t/acme/remove/camera/" + camera
        }) {
            assertThat(page(page, guard).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(page("/t/acme/remove/group/" + group, guard).statusCode())
                .as("a group without a camera of theirs")
                .isEqualTo(404);
    }

    private void give() {
        HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world.grants.give(
                        HUB.world.owner,
                        GrantId.fresh(),
                        GrantWish.of(
                                new Holder.Person(new Subject("guard")),
                                new Selector.OneCamera(camera),
                                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""))));
    }

    private static HttpResponse<String> page(String path) {
        return page(path, COOKIES);
    }

    private static HttpResponse<String> page(String path, String cookies) {
        return HUB.send(HUB.to(path).header("Cookie", cookies));
    }

    private static HttpResponse<String> post(String path, String form) {
        return HUB.send(HUB.to(path)
                .header("Cookie", COOKIES)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + encoded(CSRF) + "&" + form)));
    }

    private static HttpResponse<String> delete(String path, String match) {
        HttpRequest.Builder request = HUB.asOwner(path).DELETE();
        if (match != null) {
            request.header("If-Match", match);
        }
        return HUB.send(request);
    }

    private static String field(HttpResponse<String> page, String name) {
        return page.body().replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
