package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the running hub writes when a collector of logs reads it. */
class StructuredLogIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = "http.request.id";
    private static final String TENANT = "organization.id";

    @Test
    void fromTheHubsStartOnEveryLineIsAnObject() {
        List<String> said = HUB.hub.said();
        List<String> since = said.stream()
                .dropWhile(line -> !line.startsWith("{"))
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(since).hasSizeGreaterThan(3).allSatisfy(line -> {
            JsonNode object = read(line);
            assertThat(object.path("@timestamp").asText()).endsWith("Z");
            assertThat(object.path("log.level").asText()).isNotEmpty();
            assertThat(object.path("log.logger").isTextual()).isTrue();
            assertThat(object.path("message").isTextual()).isTrue();
            assertThat(object.path("service.name").asText()).isEqualTo("vedette-hub");
        });
    }

    @Test
    void aLineAboutARequestNamesItAsTheAnswerDoesAndItsTenant() {
        HttpResponse<String> answer = HUB.send(HUB.asOwner("/api/v1/t/acme/sites?from=a-stranger")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \" \", \"timeZone\": \"UTC\"}")));
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();

        JsonNode line = read(HUB.hub.awaitLine(said -> said.contains(id)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer.body()).path("request").asText()).isEqualTo(id);
        assertThat(line.path(REQUEST).asText()).isEqualTo(id);
        assertThat(line.path(TENANT).asText())
                .isEqualTo(HUB.world.owner.tenant().toString());
        assertThat(line.path("message").asText())
                .contains("/api/v1/t/acme/sites")
                .doesNotContain("a-stranger");
        assertThat(line.path("error.stack_trace").asText()).contains("Exception");
    }

    @Test
    void whyThereIsNoSuchThingIsToldToTheLogAlone() {
        HttpResponse<String> answer =
                HUB.send(HUB.asOwner("/api/v1/t/acme/cameras/00000000-0000-4000-8000-000000000000"));
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();

        JsonNode line = read(HUB.hub.awaitLine(said -> said.contains(id)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(line.path("message").asText())
                .isEqualTo(
                        "GET /api/v1/t/acme/cameras/00000000-0000-4000-8000-000000000000: not found, says cameras.Cameras.get");
        assertThat(answer.body()).doesNotContain("says");
    }

    @Test
    void whatTheSignInRefusesIsNamedToo() {
        HttpResponse<String> answer = HUB.send(HUB.to("/api/v1/me").header("Authorization", "Bearer made.up.token"));
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();

        JsonNode line = read(HUB.hub.awaitLine(said -> said.contains(id)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(line.path("message").asText()).contains("a token was refused");
        assertThat(line.has(TENANT)).isFalse();
    }

    @Test
    void whatACallerNamesItIsNotTaken() {
        HttpRequest.Builder named = HUB.asOwner("/api/v1/me").header("X-Request-Id", "someone-elses");

        assertThat(HUB.send(named).headers().firstValue("X-Request-Id").orElseThrow())
                .isNotEqualTo("someone-elses");
    }

    @Test
    void nothingSecretIsWritten() {
        String token = HUB.ownerToken();
        String cookies = HUB.ownerCookies();
        String code = "a-code-that-nobody-may-read";
        HUB.send(HUB.to("/api/v1/t/acme/cameras/none").header("Authorization", "Bearer " + token));
        HUB.send(HUB.to("/api/v1/me").header("Authorization", "Bearer " + token + "x"));
        HUB.send(HUB.to("/t/acme/cameras/none").header("Cookie", cookies));
        HUB.send(HUB.to("/metrics").header("Authorization", "Bearer " + RunningHub.METRICS_TOKEN));
        HUB.send(HUB.to("/login/callback?state=none&code=" + code));
        HttpResponse<String> last = HUB.send(HUB.to("/api/v1/me").header("Authorization", "Bearer last.of.all"));
        String id = last.headers().firstValue("X-Request-Id").orElseThrow();
        HUB.hub.awaitLine(said -> said.contains(id));

        String said = String.join("\n", HUB.hub.said());

        assertThat(said).doesNotContain(token, code, RunningHub.METRICS_TOKEN, "not asked for by", "nor is this one");
        for (String cookie : cookies.split("; ")) {
            assertThat(said).doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not an object: " + line, e);
        }
    }
}
