package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tokens that people make for their programs, at the running hub's own door. */
class PersonalTokenIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOKENS = "/api/v1/t/acme/me/tokens";
    private static final String CAMERAS = "/api/v1/t/acme/cameras";

    @AfterAll
    static void stop() {
        HTTP.close();
    }

    private record Token(String text, String id) {}

    @Test
    void aTokenIsGoodForItsOrganisationAndIsNoSignInForPages() {
        Token token = make("owner", "LIVE", "EVERY_CAMERA");

        assertThat(get(CAMERAS, token.text()).body()).contains("\"Gate\"");
        assertThat(get("/api/v1/me", token.text()).body()).contains("\"acme\"").doesNotContain("csrf");
        assertThat(get("/api/v1/t/globex/cameras", token.text()).statusCode()).isEqualTo(404);
        assertThat(get("/t/acme", token.text()).statusCode()).isEqualTo(302);
        assertThat(get("/t/acme/me/tokens", token.text()).statusCode()).isEqualTo(302);
        for (String name : List.of("access_token", "token")) {
            assertThat(HUB.send(HUB.to(CAMERAS + "?" + name + "=" + token.text()))
                            .statusCode())
                    .as(name)
                    .isEqualTo(401);
        }
    }

    @Test
    void whateverIsWrongWithATokenTheAnswerIsOneAndTheSame() {
        Token owners = make("owner", "LIVE");
        Token guards = make("guard", "LIVE");
        Token gone = make("guard", "LIVE");
        assertThat(delete(gone).statusCode()).isEqualTo(204);
        String right = guards.text();
        Map<String, String> wrong = new TreeMap<>();
        wrong.put("wrong tenant", right.replace(tenant(HUB.world.owner), tenant(HUB.world.stranger)));
        wrong.put("no tenant", right.replace(tenant(HUB.world.owner), "0".repeat(32)));
        wrong.put("cut", right.substring(0, right.length() - 1));
        wrong.put("longer", right + "0");
        wrong.put("another's id", owners.text().substring(0, 70) + right.substring(70));
        wrong.put("another secret", right.substring(0, 70) + "f".repeat(64));
        wrong.put("taken back", gone.text());
        wrong.put("upper case", right.toUpperCase(Locale.ROOT));
        wrong.put("spaces", right.replace("_", " _"));
        wrong.put("two in one", right + "," + right);
        wrong.put("a beginning", "vdt_");
        wrong.put("nothing of ours", "abc.def.ghi");
        List<String> answers = new ArrayList<>();

        wrong.forEach((what, token) -> answers.add(what(get(CAMERAS, token))));
        answers.add(what(HUB.send(HUB.to(CAMERAS)
                .header("Authorization", "Bearer " + right)
                .header("Authorization", "Bearer " + right))));

        assertThat(answers.stream().distinct())
                .singleElement()
                .satisfies(answer -> assertThat(answer).startsWith("401").contains("token-refused"));
        assertThat(get(CAMERAS, right).statusCode()).isEqualTo(200);
    }

    private static String what(HttpResponse<String> answer) {
        String body = answer.body().replaceFirst(",\"request\":\"[^\"]+\"", ""); // each request has its own number
        return answer.statusCode() + " " + answer.headers().allValues("WWW-Authenticate") + body;
    }

    @Test
    void aTokenMakesNoTokensAndDoesNotLeaveAndAWriteWithItNeedsNoFurtherProof() {
        Token token = make("guard", "LIVE");

        assertThat(post(TOKENS, token.text(), "LIVE").body()).contains("missing-right", "SESSION");
        assertThat(get(TOKENS, token.text()).statusCode()).isEqualTo(403);
        assertThat(HUB.send(with(TOKENS + "/" + token.id(), token.text()).DELETE())
                        .statusCode())
                .isEqualTo(403);
        assertThat(HUB.send(with("/api/v1/t/acme/me", token.text()).DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(HUB.send(with(CAMERAS + "/" + HUB.camera + "/live", token.text())
                                .POST(BodyPublishers.noBody()))
                        .body())
                .as("past every door: it is about the camera, which has no agent here")
                .contains("agent-offline");
        assertThat(HUB.send(HUB.to(TOKENS)
                                .header("Cookie", HUB.ownerCookies())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(wish("LIVE"))))
                        .body())
                .as("with a cookie it does")
                .contains("forged");
    }

    @Test
    void aSocketThatWasOpenedWithATokenClosesWithinTwoSecondsOfItsEnd() throws Exception {
        Token token = make("owner", "LIVE", "EVERY_CAMERA");
        var opened = new CompletableFuture<String>();
        var closed = new CompletableFuture<Integer>();
        WebSocket socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token.text())
                .buildAsync(
                        URI.create(HUB.address.toString().replaceFirst("http", "ws") + "/t/acme/socket/live/"
                                + HUB.camera),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                opened.complete(text.toString());
                                from.request(1);
                                return CompletableFuture.completedFuture(null);
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                                closed.complete(code);
                                return CompletableFuture.completedFuture(null);
                            }
                        })
                .join();
        assertThat(opened.get(20, TimeUnit.SECONDS)).contains("state");

        assertThat(delete(token).statusCode()).isEqualTo(204);

        assertThat(closed.get(2, TimeUnit.SECONDS)).isEqualTo(4403);
        socket.abort();
    }

    @Test
    void theAuditLogNamesTheTokenAndNoLogHoldsItsSecret() throws IOException {
        Token token = make("owner", "AUDIT", "ARRANGE", "EVERY_CAMERA");
        String secret = token.text().substring(70);
        assertThat(HUB.send(with("/api/v1/t/acme/sites", token.text())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\":\"By a token\",\"timeZone\":\"UTC\"}")))
                        .statusCode())
                .isEqualTo(201);
        get(CAMERAS, token.text().toUpperCase(Locale.ROOT));
        get(CAMERAS, token.text() + "0");

        String audit = get("/api/v1/t/acme/audit", token.text()).body();

        assertThat(audit).contains("owner · Night watch", "token.made").doesNotContainIgnoringCase(secret);
        assertThat(String.join("\n", HUB.hub.said()))
                .contains("a token was refused")
                .doesNotContainIgnoringCase(secret);
    }

    private static Token make(String subject, String... permissions) {
        String bearer = subject.equals("owner") ? HUB.ownerToken() : HUB.guardToken();
        HttpResponse<String> made = post(TOKENS, bearer, permissions);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new Token(
                made.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1"),
                made.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", ""));
    }

    private static HttpResponse<String> delete(Token token) {
        String owner = HUB.ownerToken();
        HttpResponse<String> answer =
                HUB.send(with(TOKENS + "/" + token.id(), owner).DELETE());
        return answer.statusCode() == 404
                ? HUB.send(with(TOKENS + "/" + token.id(), HUB.guardToken()).DELETE())
                : answer;
    }

    private static HttpResponse<String> get(String path, String token) {
        return HUB.send(with(path, token));
    }

    private static HttpResponse<String> post(String path, String token, String... permissions) {
        return HUB.send(with(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish(permissions))));
    }

    private static String wish(String... permissions) {
        return "{\"name\":\"Night watch\",\"permissions\":[\"" + String.join("\",\"", permissions) + "\"]}";
    }

    private static HttpRequest.Builder with(String path, String token) {
        return HUB.to(path).header("Authorization", "Bearer " + token);
    }

    private static String tenant(io.vedette.hub.access.Viewer viewer) {
        return viewer.tenant().toString().replace("-", "");
    }
}
