package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A program keeps a team in step with its own list of people. */
class TeamsIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String TEAMS = "/api/v1/t/acme/teams";

    @Test
    void whoIsPutInHasWhatTheTeamHoldsUntilTheyAreTakenOut() throws IOException {
        String team = made("Shift of four").required("id").asText();
        String watcher = member();
        var camera = HUB.world.camera(HUB.world.owner, HUB.site, Optional.empty(), "For the night shift");
        String grant = "{\"team\":\"" + team + "\",\"camera\":\"" + camera + "\",\"actions\":[\"LIVE\"]}";
        assertThat(ask("POST", "/api/v1/t/acme/grants", grant, null).statusCode())
                .isEqualTo(201);
        assertThat(sees(watcher, camera)).isEqualTo(404);

        String place = TEAMS + "/" + team + "/accounts/" + watcher;
        assertThat(ask("PUT", place, null, null).statusCode()).isEqualTo(204);
        assertThat(ask("PUT", place, null, null).statusCode())
                .as("once more changes nothing")
                .isEqualTo(204);
        assertThat(json(ask("GET", TEAMS + "/" + team, null, null)).required("accounts"))
                .extracting(JsonNode::asText)
                .containsExactly(watcher);
        assertThat(sees(watcher, camera)).isEqualTo(200);

        assertThat(ask("DELETE", place, null, null).statusCode()).isEqualTo(204);
        assertThat(sees(watcher, camera)).isEqualTo(404);
        assertThat(ask("PUT", place, null, null).statusCode()).isEqualTo(204);
        assertThat(ask("DELETE", TEAMS + "/" + team, null, null).statusCode()).isEqualTo(204);

        assertThat(sees(watcher, camera)).as("the team is no more").isEqualTo(404);
        assertThat(ask("GET", TEAMS + "/" + team, null, null).statusCode()).isEqualTo(404);
    }

    @Test
    void aNameIsHadOnceAndChangedOnWhatWasSeen() throws IOException {
        JsonNode first = made("Early shift");
        made("Late shift");
        String at = TEAMS + "/" + first.required("id").asText();
        String seen = ask("GET", at, null, null).headers().firstValue("ETag").orElseThrow();

        assertThat(ask("POST", TEAMS, "{\"name\":\"Early shift\"}", null).statusCode())
                .isEqualTo(409);
        assertThat(ask("PUT", at, "{\"name\":\"Late shift\"}", seen).statusCode())
                .isEqualTo(409);
        assertThat(ask("PUT", at, "{\"name\":\"Morning shift\"}", null).statusCode())
                .isEqualTo(428);
        HttpResponse<String> renamed = ask("PUT", at, "{\"name\":\"Morning shift\"}", seen);

        assertThat(json(renamed).required("name").asText()).isEqualTo("Morning shift");
        assertThat(ask("PUT", at, "{\"name\":\"Dawn\"}", seen).statusCode()).isEqualTo(412);
        assertThat(json(ask("GET", TEAMS, null, null)).required("teams"))
                .extracting(team -> team.required("name").asText())
                .contains("Late shift", "Morning shift")
                .doesNotContain("Early shift", "Dawn");
    }

    @Test
    void nobodyComesIntoATeamWhoIsNoMember() throws IOException {
        String team = made("Day shift").required("id").asText();

        assertThat(ask("PUT", TEAMS + "/" + team + "/accounts/" + Uuids.fresh(), null, null)
                        .statusCode())
                .isEqualTo(404);

        assertThat(json(ask("GET", TEAMS + "/" + team, null, null)).required("accounts"))
                .isEmpty();
    }

    private static JsonNode made(String name) throws IOException {
        HttpResponse<String> made = ask("POST", TEAMS, "{\"name\":\"" + name + "\"}", null);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private static String member() {
        var viewer =
                new Viewer(HUB.world.owner.tenant(), new Subject(Uuids.fresh().toString()), Role.VIEWER);
        TestDatabase.addMember(HUB.world.settings, viewer);
        return viewer.subject().value();
    }

    private static int sees(String account, Object camera) {
        String token =
                HUB.token(account, Map.of("acme", HUB.world.owner.tenant().toString()));
        return HUB.send(HUB.to("/api/v1/t/acme/cameras/" + camera).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private static HttpResponse<String> ask(String method, String path, String body, String match) {
        var request = HUB.asOwner(path);
        if (match != null) {
            request.header("If-Match", match);
        }
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return HUB.send(request.method(method, sent));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return new ObjectMapper().readTree(answer.body());
    }
}
