package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists come in pages that together are the list. */
class PagingIT {
    private static final RunningHub HUB = RunningHub.get();

    @Test
    void camerasComeByNameEachOnce() throws IOException {
        for (String name : List.of("b", "B", "ä", "a", "b")) {
            HUB.world.camera(HUB.world.owner, HUB.site, Optional.empty(), name);
        }

        assertThat(walk("/api/v1/t/acme/cameras?limit=2", "cameras"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(walk("/api/v1/t/acme/cameras?limit=500", "cameras"));
    }

    @Test
    void grantsOfOneInstantComeEachOnce() throws IOException {
        var wish = GrantWish.of(
                new Holder.Person(new Subject("guard")),
                new Selector.OneCamera(HUB.camera),
                GrantTerms.of(Set.of(Action.REPLAY), Optional.empty(), ""));
        for (int i = 0; i < 4; i++) {
            HUB.world.inTenant(HUB.world.owner, () -> HUB.world.grants.give(HUB.world.owner, GrantId.fresh(), wish));
        }

        assertThat(walk("/api/v1/t/acme/grants?limit=1", "grants"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(walk("/api/v1/t/acme/grants", "grants"))
                .hasSizeGreaterThan(4);
    }

    @Test
    void sitesAndGroupsOfOneNameComeEachOnce() throws IOException {
        for (int i = 0; i < 3; i++) {
            SiteId site = HUB.world.site(HUB.world.owner, "Harbour");
            HUB.world.group(HUB.world.owner, site, "Piers");
        }

        for (String list : List.of("sites", "groups")) {
            assertThat(walk("/api/v1/t/acme/" + list + "?limit=1", list))
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(walk("/api/v1/t/acme/" + list, list))
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void invitationsComeEachOnce() throws IOException {
        String latest = "";
        for (int i = 0; i < 3; i++) {
            var id = InvitationId.fresh();
            latest = id.toString();
            var email = new Email("paged-" + i + "@example.org");
            HUB.world.clock.move(Duration.ofSeconds(i)); // two of one moment, one later
            HUB.world.inTenant(
                    HUB.world.owner,
                    () -> new Invitations(HUB.world.work, HUB.world.clock)
                            .invite(HUB.world.owner, id, email, Role.VIEWER, 1));
        }

        assertThat(walk("/api/v1/t/acme/invitations?limit=1", "invitations"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(walk("/api/v1/t/acme/invitations", "invitations"))
                .startsWith(latest)
                .hasSizeGreaterThan(2);
    }

    @Test
    void emptyListsHaveOnePage() throws IOException {
        // the guard sees one camera, which no other test uploads from
        assertThat(walk(HUB.guardToken(), "/api/v1/t/acme/uploads?limit=1", "uploads"))
                .isEmpty();
        assertThat(walk("/api/v1/t/acme/recordings?limit=1&camera=" + HUB.camera, "recordings"))
                .isEmpty();
    }

    @Test
    void aLimitOrCursorOfNobodyIsRefused() {
        for (String list : List.of(
                "cameras", "grants", "uploads", "accounts", "recordings", "found", "sites", "groups", "invitations")) {
            for (String query : List.of("limit=0", "limit=x", "cursor=x", "cursor=%00", "cursor=Zm9v")) {
                String path = "/api/v1/t/acme/" + list + "?camera=" + HUB.camera + "&" + query;
                assertThat(HUB.send(HUB.asOwner(path)).statusCode()).as(path).isEqualTo(400);
            }
        }
    }

    private static List<String> walk(String path, String list) throws IOException {
        return walk(HUB.ownerToken(), path, list);
    }

    private static List<String> walk(String token, String path, String list) throws IOException {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<String> answer = HUB.send(HUB.to(next.get()).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = new ObjectMapper().readTree(answer.body());
            page.path(list).forEach(entry -> ids.add(entry.path("id").asText()));
            next = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        }
        return ids;
    }
}
