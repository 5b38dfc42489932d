package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.hub.Patiently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens on a running hub stands in its log, and only those who delegate read it. */
class AuditIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATE = Duration.ofSeconds(20);

    private static JsonNode json(String path) {
        HttpResponse<String> answer = HUB.send(HUB.asOwner("/api/v1/t/acme/audit" + path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> entries(String query) {
        List<JsonNode> entries = new ArrayList<>();
        json("?" + query).get("entries").forEach(entries::add);
        return entries;
    }

    private static Optional<JsonNode> newest(String what) {
        return entries("limit=1&what=" + what).stream().findFirst();
    }

    @Test
    void aSignInIsKeptWithTheAddressItCameFrom() {
        int before = entries("what=login").size();

        HUB.ownerCookies();

        assertThat(entries("what=login")).hasSize(before + 1);
        JsonNode row = newest("login").orElseThrow();
        assertThat(row.get("actorId").asText()).isEqualTo("owner");
        assertThat(row.get("address").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void aLiveViewIsKeptBeforeItsFirstWordAndWithItsSpanAtItsEnd() throws Exception {
        int before = entries("what=live.ended").size();
        var first = new CompletableFuture<String>();
        WebSocket socket =
                HUB.socket("/t/acme/socket/live/" + HUB.camera, HUB.ownerCookies(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        first.complete(text.toString());
                        return CompletableFuture.completedFuture(null);
                    }
                });
        first.get(30, TimeUnit.SECONDS);

        JsonNode begun = newest("live.started").orElseThrow();
        assertThat(begun.get("cameraName").asText()).isEqualTo(cameraName());
        assertThat(begun.get("actorKind").asText()).isEqualTo("PERSON");
        assertThat(begun.get("address").asText()).isEqualTo("127.0.0.1");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

        Patiently.until("its end", LATE, () -> entries("what=live.ended").size() > before);
        JsonNode ended = newest("live.ended").orElseThrow();
        assertThat(ended.get("camera").asText()).isEqualTo(HUB.camera.toString());
        assertThat(ended.get("from").asText())
                .isLessThanOrEqualTo(ended.get("to").asText());
        assertThat(entries("what=live.ended")).hasSize(before + 1);
    }

    @Test
    void whatAProgramChangesIsKeptAsDoneByAProgram() {
        HttpResponse<String> made = HUB.send(HUB.asOwner("/api/v1/t/acme/cameras/" + HUB.camera + "/pairing-token")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(made.statusCode()).isEqualTo(201);

        JsonNode row = newest("pairing-token.made").orElseThrow();
        assertThat(row.get("actorKind").asText()).isEqualTo("PROGRAM");
        assertThat(row.toString()).doesNotContain(made.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1"));
    }

    @Test
    void theLogIsWholeAndComesInPages() {
        HUB.ownerCookies();
        JsonNode verification = json("/verification");
        assertThat(verification.get("whole").asBoolean()).isTrue();
        assertThat(verification.get("seq").asLong()).isPositive();

        JsonNode page = json("?limit=1");
        String next = page.get("next").asText();
        assertThat(next).startsWith("/api/v1/t/acme/audit?");
        JsonNode following = json(next.substring("/api/v1/t/acme/audit".length()));
        assertThat(following.get("entries").get(0).get("seq").asLong())
                .isEqualTo(page.get("entries").get(0).get("seq").asLong() - 1);
        assertThat(json("/verification?seq=1&hash=" + "ab".repeat(32))
                        .get("damage")
                        .asText())
                .isEqualTo("not-as-published");
    }

    @Test
    void whoeverDoesNotDelegateIsRefused() {
        for (String path : List.of("/api/v1/t/acme/audit", "/api/v1/t/acme/audit/verification")) {
            HttpResponse<String> answer = HUB.send(HUB.to(path).header("Authorization", "Bearer " + HUB.guardToken()));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aPartOfTheAddressThatCannotBeReadIsRefused() {
        for (String query : List.of(
                "what=nothing", "from=yesterday", "cursor=nonsense", "who=" + "x".repeat(300), "camera=a%00b")) {
            assertThat(HUB.send(HUB.asOwner("/api/v1/t/acme/audit?" + query)).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        for (String query : List.of("seq=1", "hash=" + "ab".repeat(32), "seq=x&hash=y", "seq=1&hash=AB")) {
            assertThat(HUB.send(HUB.asOwner("/api/v1/t/acme/audit/verification?" + query))
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void thePageTheTableAndTheVerdictAreThereForTheOwnerAndNotInAnotherTenant() {
        String cookies = HUB.ownerCookies();

        assertThat(page(cookies, "/t/acme/audit?who=owner&what=login&from=2020-01-01T00:00"))
                .contains("signed in", "value=\"2020-01-01T00:00\"");
        assertThat(page(cookies, "/t/acme/audit/verification")).contains("data-verdict=\"whole\"");
        assertThat(page(cookies, "/t/acme/audit/log.csv?what=login"))
                .startsWith("\uFEFF\"seq\",\"at\",\"actor_kind\"")
                .contains("\"login\"");
        assertThat(newest("audit.exported")).isPresent();
        for (String path : List.of("/t/globex/audit", "/t/globex/audit/verification", "/t/globex/audit/log.csv")) {
            assertThat(HUB.send(HUB.to(path).header("Cookie", cookies)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    /** Other tests of this hub rename it. */
    private static String cameraName() {
        return HUB.world.inTenant(
                HUB.world.owner,
                () -> HUB.world.cameras.get(HUB.world.owner, HUB.camera).name());
    }

    private static String page(String cookies, String path) {
        HttpResponse<String> answer = HUB.send(HUB.to(path).header("Cookie", cookies));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
