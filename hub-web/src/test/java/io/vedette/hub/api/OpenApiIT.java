package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openapi4j.parser.OpenApi3Parser;
import org.openapi4j.parser.model.v3.OpenApi3;
import org.openapi4j.parser.model.v3.Operation;

/** The document as the running hub serves it, the page over it, and its examples sent to the hub. */
class OpenApiIT {
    private static final RunningHub HUB = RunningHub.get();
    /** What is refused where there is no sign-in service and no agent; the refusal is described as well. */
    private static final Map<String, String> WITHOUT_OTHERS =
            Map.of("invite", "503", "appoint", "503", "orderRecording", "409");

    @TempDir
    private static Path folder;

    @Test
    void theServedDocumentIsValidAndComplete() throws Exception {
        OpenApi3 file = new OpenApi3Parser()
                .parse(OpenApiIT.class.getClassLoader().getResource("META-INF/openapi.yaml"), false);

        assertThat(ids(served())).containsExactlyInAnyOrderElementsOf(ids(file));
        assertThat(HUB.send(HUB.asOwner("/openapi").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void strangersGetNeitherTheDocumentNorThePage() {
        assertThat(HUB.send(HUB.to("/openapi")).statusCode()).isEqualTo(401);
        assertThat(HUB.send(HUB.to("/swagger/index.html")).statusCode()).isEqualTo(302);
    }

    @Test
    void thePageBringsNothingThatOurPolicyForbids() {
        String cookies = HUB.ownerCookies();
        String page = HUB.send(HUB.to("/swagger/index.html").header("Cookie", cookies))
                .body();

        assertThat(page)
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("style=")
                .doesNotContain("<style");
        for (String file : List.of("start.js", "swagger-ui.css", "swagger-ui-bundle.js")) {
            assertThat(page).contains("/swagger/" + file);
            HttpResponse<String> answer = HUB.send(HUB.to("/swagger/" + file).header("Cookie", cookies));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.body()).as(file).isNotEmpty();
        }
        for (String other : List.of("index.css", "swagger-initializer.js", "..%2Findex.html")) {
            assertThat(HUB.send(HUB.to("/swagger/" + other).header("Cookie", cookies))
                            .statusCode())
                    .as(other)
                    .isIn(400, 404);
        }
    }

    @TestFactory
    Stream<DynamicTest> theExamplesDoWhatTheDocumentSays() throws Exception {
        MatrixScene scene = new MatrixScene(HUB);
        List<DynamicTest> tests = new ArrayList<>();
        served().getPaths()
                .forEach((path, item) -> item.getOperations().forEach((verb, operation) -> {
                    if (operation.getRequestBody() != null && example(operation) != null) {
                        tests.add(dynamicTest(operation.getOperationId(), () -> send(scene, path, verb, operation)));
                    }
                }));
        assertThat(tests).hasSizeGreaterThanOrEqualTo(20);
        return tests.stream();
    }

    private static void send(MatrixScene scene, String path, String verb, Operation operation) throws IOException {
        String body = scene.fill(new ObjectMapper().writeValueAsString(example(operation)));
        String who = path.startsWith("/api/v1/operator/") ? HUB.token("operator", Map.of()) : HUB.ownerToken();
        var request = HUB.to(scene.fill(path))
                .header("Authorization", "Bearer " + who)
                .header("Content-Type", "application/json")
                .header("If-Match", "*");

        HttpResponse<String> answer =
                HUB.send(request.method(verb.toUpperCase(java.util.Locale.ROOT), BodyPublishers.ofString(body)));

        String refused = WITHOUT_OTHERS.getOrDefault(operation.getOperationId(), "2");
        assertThat(operation.getResponses().keySet().stream().filter(code -> code.startsWith(refused)))
                .as(body + " -> " + answer.body())
                .contains(String.valueOf(answer.statusCode()));
    }

    private static Object example(Operation operation) {
        return operation
                .getRequestBody()
                .getContentMediaTypes()
                .get("application/json")
                .getExample();
    }

    private static OpenApi3 served() throws Exception {
        HttpResponse<String> answer = HUB.send(HUB.asOwner("/openapi"));
        assertThat(answer.statusCode()).isEqualTo(200);
        Path copy = Files.writeString(folder.resolve("served.yaml"), answer.body());
        return new OpenApi3Parser().parse(copy.toFile(), true);
    }

    private static List<String> ids(OpenApi3 document) {
        return document.getPaths().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getOperationId)
                .toList();
    }
}
