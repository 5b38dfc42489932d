package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.api.ApiRoutes.Route;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the interface says to whatever it cannot take: over all of its routes, on the running hub. */
class ApiRefusalsIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String JSON = "application/json";
    private static final Set<String> NO_TOKEN_NEEDED = Set.of("/api/v1/pair", "/api/v1/pair-vault");

    @TestFactory
    Stream<DynamicTest> withoutATokenNothingIsAnswered() {
        return routes(needsToken(), route -> {
            HttpResponse<String> answer = HUB.send(with(HUB.to(path(route)), route, "{}"));
            problem(answer, 401, "sign-in");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"vedette\"");
        });
    }

    @TestFactory
    Stream<DynamicTest> aBadTokenIsRefusedAsTheStandardSays() {
        Map<String, String> bad = HUB.badTokens();
        return routes(
                needsToken(),
                route -> bad.forEach((wrong, token) -> {
                    var request = HUB.to(path(route)).header("Authorization", "Bearer " + token);
                    HttpResponse<String> answer = HUB.send(with(request, route, "{}"));
                    assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
                    problem(answer, 401, "token-refused");
                    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                            .contains("error=\"invalid_token\"");
                }));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantIsNotThere() {
        return routes(route -> route.path().contains("{tenant}"), route -> {
            String foreign = path(route).replace("/t/acme", "/t/globex");
            problem(HUB.send(with(HUB.asOwner(foreign), route, wish(route))), 404, "not-found");
        });
    }

    @TestFactory
    Stream<DynamicTest> anIdOfNothingAndAnIdThatIsNoneAreNotThere() {
        return routes(ApiRefusalsIT::namesSomething, route -> {
            for (String id : List.of(Uuids.fresh().toString(), "nonsense", "%F0%9F%92%A3")) {
                String path = route.path().replace("{tenant}", "acme").replaceAll("\\{\\w+}", id);
                HttpResponse<String> answer =
                        HUB.send(with(HUB.asOwner(path), route, wish(route)).header("If-Match", "\"0\""));
                problem(answer, 404, "not-found");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFormNobodyOffersIsNotAcceptable() {
        return routes(route -> !route.path().matches("/api/v1/pair(-vault)?"), route -> {
            var request = with(HUB.asOwner(path(route)), route, wish(route));
            problem(HUB.send(request.setHeader("Accept", "application/xml")), 406, "not-acceptable");
        });
    }

    @TestFactory
    Stream<DynamicTest> malformedJsonIsNotUnderstood() {
        return routes(Route::takesJson, route -> {
            for (String text : List.of("", "{", "{\"name\":", "nul", "{\"a\":1,}", "\u0000", "[".repeat(20_000))) {
                problem(HUB.send(with(HUB.asOwner(path(route)), route, text)), List.of(400, 413));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> jsonOfTheWrongShapeIsUnusable() {
        return routes(route -> route.takesJson() && needsToken().test(route), route -> {
            for (String text : List.of(
                    "[]",
                    "\"text\"",
                    "7",
                    "{\"name\":{}}",
                    "{\"name\":[\"a\"],\"site\":7}",
                    "{\"name\":\"" + "x".repeat(101) + "\",\"site\":\"" + HUB.site + "\"}",
                    "{\"name\":\" \"}",
                    "{\"name\":\"a\\u0000b\",\"site\":\"" + HUB.site + "\",\"timeZone\":\"UTC\"}")) {
                if (route.path().endsWith("/terms") && text.contains(HUB.site.toString())) {
                    continue; // a name is not asked for there, and the rest of it is right
                }
                HttpResponse<String> answer =
                        HUB.send(with(HUB.asOwner(path(route)), route, text).header("If-Match", "\"0\""));
                problem(answer, 422, "unusable");
            }
            problem(HUB.send(with(HUB.asOwner(path(route)), route, "null")), List.of(400, 422));
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherTypeIsUnsupported() {
        return routes(Route::takesJson, route -> {
            for (String type : List.of(
                    "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data")) {
                var request = HUB.asOwner(path(route)).header("Content-Type", type);
                problem(HUB.send(request.method(route.method(), BodyPublishers.ofString("{}"))), 415, "unsupported");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aHeaderThatIsNoTypeIsRefusedInWords() {
        return routes(Route::takesJson, route -> {
            var body = BodyPublishers.ofString("{}");
            var request = HUB.asOwner(path(route)).header("Content-Type", "///").method(route.method(), body);
            problem(HUB.send(request), List.of(400, 415));
            var accept = with(HUB.asOwner(path(route)), route, wish(route)).setHeader("Accept", "///");
            problem(HUB.send(accept), List.of(400, 406));
        });
    }

    @TestFactory
    Stream<DynamicTest> aHugeBodyIsTooLarge() {
        String huge = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";
        return routes(
                Route::takesJson,
                route -> problem(HUB.send(with(HUB.asOwner(path(route)), route, huge)), 413, "too-large"));
    }

    @TestFactory
    Stream<DynamicTest> anotherMethodIsSaidToBeImpossible() {
        return routes(route -> true, route -> {
            HttpResponse<String> answer =
                    HUB.send(HUB.asOwner(path(route)).method("PROPFIND", BodyPublishers.noBody()));
            problem(answer, List.of(405));
        });
    }

    /** Most of them by the server's own parser, before any of our words could be said: then without any. */
    @TestFactory
    Stream<DynamicTest> anAddressWithWhatNoNameHoldsIsRefusedWithoutAWordOfTheServer() {
        return Stream.of(
                        "/%s",
                        "/assets/%s",
                        "/get/%s",
                        "/t/%s",
                        "/t/acme/cameras/%s",
                        "/t/acme/recordings/%s",
                        "/t/acme/media/%s",
                        "/intake/upload/%s/%s",
                        "/api/v1/t/%s/cameras",
                        "/api/v1/t/acme/cameras/%s",
                        "/api/v1/t/acme/cameras?cursor=%s",
                        "/api/v1/t/acme/recordings?camera=%s")
                .flatMap(path ->
                        Stream.of("%00", "a%00b", "%C0%80", "%FF", "..%2e").map(text -> path.replace("%s", text)))
                .map(path -> dynamicTest(path, () -> {
                    HttpResponse<String> answer = HUB.send(HUB.asOwner(path));
                    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
                    assertThat(answer.body())
                            .doesNotContainIgnoringCase("payara")
                            .doesNotContain("Exception");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatTheServerKeepsToItselfIsNotThereInOurWords() {
        String cookies = HUB.ownerCookies();
        return Stream.of(
                        "/WEB-INF/web.xml",
                        "/web-inf/",
                        "/x/../WEB-INF/web.xml",
                        "/META-INF/MANIFEST.MF",
                        "/server-refused",
                        "/api/v1/nothing",
                        "/api/v2/me",
                        "/t/acme/nothing",
                        "/metrics/vendor",
                        "/%6Detrics/vendor",
                        "/%6Detrics",
                        "/health",
                        "/%68ealth",
                        "/%57EB-INF/web.xml",
                        "/application.wadl")
                .map(path -> dynamicTest(path, () -> {
                    problem(HUB.send(HUB.to(path).header("Cookie", cookies)), 404, "not-found");
                    HttpResponse<String> page =
                            HUB.send(HUB.to(path).header("Cookie", cookies).header("Accept", "text/html"));
                    assertThat(page.statusCode()).isEqualTo(404);
                    assertThat(page.body()).contains("Not found");
                    assertThat(page.headers().firstValue("Content-Security-Policy"))
                            .isPresent();
                    if (!path.startsWith("/api/")) {
                        assertThat(page.body()).contains("/assets/base.css");
                    }
                }));
    }

    @Test
    void aWriteOnTheSessionsCookieStillNeedsTheSessionsSecret() throws IOException {
        String cookies = HUB.ownerCookies();
        String site = "{\"name\":\"Made in a session\",\"timeZone\":\"UTC\"}";
        JsonNode me = new ObjectMapper()
                .readTree(
                        HUB.send(HUB.to("/api/v1/me").header("Cookie", cookies)).body());
        var request = HUB.to("/api/v1/t/acme/sites").header("Cookie", cookies).header("Content-Type", JSON);

        problem(HUB.send(request.copy().POST(BodyPublishers.ofString(site))), 403, "forged");
        var proved = request.header("X-CSRF-Token", me.path("csrf").asText());
        assertThat(HUB.send(proved.POST(BodyPublishers.ofString(site))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aWriteWithATokenNeedsNoSessionsSecret() {
        var request = HUB.asOwner("/api/v1/t/acme/sites").header("Content-Type", JSON);
        String site = "{\"name\":\"Made by a program\",\"timeZone\":\"Europe/Berlin\"}";

        assertThat(HUB.send(request.POST(BodyPublishers.ofString(site))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoMayNotArrangeIsToldTheMissingRight() throws IOException {
        var request = HUB.to("/api/v1/t/acme/sites")
                .header("Authorization", "Bearer " + HUB.guardToken())
                .header("Content-Type", JSON);
        String site = "{\"name\":\"Not mine to make\",\"timeZone\":\"Europe/Berlin\"}";

        HttpResponse<String> answer = HUB.send(request.POST(BodyPublishers.ofString(site)));

        problem(answer, 403, "missing-right");
        assertThat(new ObjectMapper().readTree(answer.body()).path("right").asText())
                .isEqualTo("ARRANGE");
    }

    @Test
    void theOneWhoAsksIsTold() throws IOException {
        HttpResponse<String> answer = HUB.send(HUB.asOwner("/api/v1/me"));

        JsonNode me = new ObjectMapper().readTree(answer.body());
        assertThat(me.path("id").asText()).isEqualTo("owner");
        assertThat(me.has("csrf")).isFalse();
        assertThat(answer.headers().allValues("Set-Cookie")).as("no session").isEmpty();
    }

    private static Predicate<Route> needsToken() {
        return route -> !NO_TOKEN_NEEDED.contains(route.path());
    }

    /** But a member who is given a role: nobody can say for this hub who is one. */
    private static boolean namesSomething(Route route) {
        return route.path().replace("{tenant}", "").contains("{")
                && !route.path().endsWith("/accounts/{account}/role");
    }

    private static Stream<DynamicTest> routes(Predicate<Route> which, java.util.function.Consumer<Route> test) {
        return ApiRoutes.all().stream()
                .filter(which)
                .map(route -> dynamicTest(route.toString(), () -> test.accept(route)));
    }

    /** The address of something that is there. */
    private static String path(Route route) {
        return route.path()
                .replace("{tenant}", "acme")
                .replace("{camera}", HUB.camera.toString())
                .replace("{site}", HUB.site.toString())
                .replace("{group}", HUB.group.toString())
                .replace("{grant}", HUB.grant.toString())
                .replace("{tag}", "gate")
                .replaceAll("\\{\\w+}", Uuids.fresh().toString());
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, Route route, String body) {
        return route.takesJson()
                ? request.header("Content-Type", JSON).method(route.method(), BodyPublishers.ofString(body))
                : request.method(route.method(), BodyPublishers.noBody());
    }

    /** A document that the route can take. */
    private static String wish(Route route) {
        if (route.path().endsWith("/order")) {
            return "{\"minutes\":1}";
        }
        if (route.path().endsWith("/tags")) {
            return "{\"tags\":[\"gate\"]}";
        }
        if (route.path().endsWith("/{grant}")) {
            return "{\"reason\":\"Another one\"}";
        }
        if (route.path().endsWith("/grants")) {
            return "{\"account\":\"guard\",\"camera\":\"" + HUB.camera + "\",\"actions\":[\"LIVE\"]}";
        }
        if (route.path().endsWith("/invitations")) {
            return "{\"email\":\"somebody@elsewhere.example\"}";
        }
        if (route.path().endsWith("/role")) {
            return "{\"role\":\"EDITOR\"}";
        }
        if (route.path().contains("/roles")) {
            return "{\"name\":\"A role\",\"permissions\":[\"LIVE\"]}";
        }
        if (route.path().endsWith("/tokens")) {
            return "{\"name\":\"A token\",\"permissions\":[\"LIVE\"]}";
        }
        if (route.path().endsWith("/{quota}")) {
            return "{\"reason\":\"A contract\"}";
        }
        if (route.path().endsWith("/support")) {
            return "{\"level\":\"LOOK\",\"days\":1,\"reason\":\"No picture\"}";
        }
        if (route.path().endsWith("/analyses")) {
            return "{\"run\":\"one\",\"engine\":{\"name\":\"yard\",\"version\":\"1\"}}";
        }
        if (route.path().endsWith("/replay")) {
            return "{\"from\":\"2026-11-20T00:00:00Z\"}";
        }
        if (route.path().contains("/integrations")) {
            return "{\"name\":\"A hook\",\"kind\":\"WEBHOOK\",\"settings\":{\"address\":\"https://hook.example.org/\",\"key\":\"0123456789abcdef\"}}";
        }
        if (route.path().contains("/retention-rules")) {
            return "{\"days\":3650}";
        }
        if (route.path().endsWith("/edge-vault/rule")) {
            return "{\"forwards\":false}";
        }
        if (route.path().endsWith("/edge-vault/pairing-token")) {
            return "{\"name\":\"Cellar\"}";
        }
        if (route.path().endsWith("/hold")) {
            return "{\"reason\":\"A theft\"}";
        }
        if (route.path().endsWith("/terms")) {
            return "{\"site\":\"" + HUB.site + "\"}";
        }
        if (route.path().endsWith("/vault-accounts")) {
            return "{\"name\":\"Keys\",\"kind\":\"SCRIPT\",\"site\":\"" + HUB.site + "\"}";
        }
        if (route.path().endsWith("/reconcile-runs")) {
            return "{\"reading\":false}";
        }
        if (route.path().contains("/storage-providers")) {
            return "{\"name\":\"A place\",\"bucket\":\"footage\",\"accessKey\":\"a\",\"secretKey\":\"b\"}";
        }
        if (route.path().endsWith("/uploads")) {
            return "{\"cameras\":[\"" + HUB.camera
                    + "\"],\"from\":\"2026-11-20T10:00:00Z\",\"to\":\"2026-11-20T11:00:00Z\"}";
        }
        if (route.path().endsWith("/sites")) {
            return "{\"name\":\"A site\",\"timeZone\":\"UTC\"}";
        }
        return route.method().equals("POST")
                ? "{\"name\":\"A thing\",\"site\":\"" + HUB.site + "\"}"
                : "{\"name\":\"New\"}";
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        problem(answer, List.of(status));
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static void problem(HttpResponse<String> answer, List<Integer> statuses) {
        String what = answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode()).as(what).isIn(statuses);
        assertThat(answer.headers().firstValue("Content-Type")).as(what).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as(what)
                .contains("no-store");
        assertThat(answer.body()).as(what).doesNotContain("Exception").doesNotContain("\\tat ");
        try {
            JsonNode document = new ObjectMapper().readTree(answer.body());
            assertThat(document.path("status").asInt()).as(what).isEqualTo(answer.statusCode());
            assertThat(document.path("title").asText()).as(what).isNotEmpty();
            assertThat(document.path("detail").asText()).as(what).isNotEmpty().doesNotContain("{0}");
        } catch (IOException e) {
            throw new AssertionError(what, e);
        }
    }
}
