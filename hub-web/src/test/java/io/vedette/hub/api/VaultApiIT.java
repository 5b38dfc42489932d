package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.Secret;
import io.vedette.hub.kerberos.TestFilms;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openapi4j.parser.OpenApi3Parser;
import org.openapi4j.parser.model.v3.OpenApi3;
import org.openapi4j.parser.model.v3.Operation;
import org.openapi4j.parser.model.v3.Parameter;

/** The description of what is sent with keys, as the running hub serves it, and its examples sent by a script. */
class VaultApiIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String ACCOUNTS = "/api/v1/t/acme/vault-accounts";
    private static final String TUS = "/kerberos/vault/storage/tus";
    private static final byte[] FILM = TestFilms.fragmented(new Random().nextLong(), 1, 20_000);

    private static String account = "";
    private static Map<String, Secret> keys = Map.of();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        HttpResponse<String> made = owner(
                "POST",
                ACCOUNTS,
                "{\"name\":\"Script %d\",\"kind\":\"SCRIPT\",\"site\":\"%s\"}"
                        .formatted(new Random().nextLong(), HUB.site));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode pair = new ObjectMapper().readTree(made.body());
        account = pair.path("about").path("id").asText();
        keys = Map.of(
                "X-Kerberos-Storage-AccessKey",
                        new Secret(pair.path("accessKey").asText()),
                "X-Kerberos-Storage-SecretAccessKey",
                        new Secret(pair.path("secretKey").asText()));
    }

    @AfterAll
    static void away() {
        owner("DELETE", ACCOUNTS + "/" + account, "");
    }

    @TestFactory
    Stream<DynamicTest> theExamplesDoWhatTheDocumentSays() throws Exception {
        OpenApi3 document = served();
        List<DynamicTest> tests = document.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().getOperations().entrySet().stream()
                        .map(one -> dynamicTest(
                                one.getValue().getOperationId(),
                                () -> send(document, path.getKey(), one.getKey(), one.getValue()))))
                .toList();
        assertThat(tests).hasSize(8);
        return tests.stream();
    }

    @Test
    void whoHasNoKeysIsRefusedAsTheDocumentSays() {
        HttpResponse<String> answer =
                HUB.send(HUB.to("/kerberos/vault/storage").POST(BodyPublishers.ofByteArray(FILM)));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static void send(OpenApi3 document, String path, String verb, Operation operation) {
        String address = path.contains("{upload}") ? begun() : path;
        HttpRequest.Builder request = HUB.to(address);
        keys.forEach((name, half) -> request.header(name, half.reveal()));
        headers(document, document.getPaths().get(path).getParameters(), request);
        headers(document, operation.getParameters(), request);
        if (operation.getRequestBody() == null) {
            request.method(verb.toUpperCase(Locale.ROOT), BodyPublishers.noBody());
        } else {
            String type = operation
                    .getRequestBody()
                    .getContentMediaTypes()
                    .keySet()
                    .iterator()
                    .next();
            request.header("Content-Type", type)
                    .method(verb.toUpperCase(Locale.ROOT), BodyPublishers.ofByteArray(FILM));
        }

        HttpResponse<String> answer = HUB.send(request);

        assertThat(operation.getResponses().keySet().stream().filter(code -> code.startsWith("2")))
                .as(answer.body())
                .contains(String.valueOf(answer.statusCode()));
    }

    private static void headers(OpenApi3 document, List<Parameter> parameters, HttpRequest.Builder request) {
        for (Parameter one : parameters == null ? List.<Parameter>of() : parameters) {
            Parameter parameter = one.isRef()
                    ? document.getComponents()
                            .getParameters()
                            .get(one.getRef().substring(one.getRef().lastIndexOf('/') + 1))
                    : one;
            if ("header".equals(parameter.getIn()) && parameter.getExample() != null) {
                request.header(parameter.getName(), String.valueOf(parameter.getExample()));
            }
        }
    }

    /** Path of an upload of the film that nothing has come of. */
    private static String begun() {
        HttpRequest.Builder request = HUB.to(TUS)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(FILM.length))
                .header("Upload-Metadata", "device Z2F0ZS10dXM=")
                .POST(BodyPublishers.noBody());
        keys.forEach((name, half) -> request.header(name, half.reveal()));
        HttpResponse<String> answer = HUB.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static OpenApi3 served() throws Exception {
        HttpResponse<String> answer = HUB.send(HUB.to("/swagger/vault.yaml").header("Cookie", HUB.ownerCookies()));
        assertThat(answer.statusCode()).isEqualTo(200);
        Path copy = Files.writeString(folder.resolve("served.yaml"), answer.body());
        return new OpenApi3Parser().parse(copy.toFile(), true);
    }

    private static HttpResponse<String> owner(String method, String address, String body) {
        return HUB.send(HUB.to(address)
                .header("Authorization", "Bearer " + HUB.ownerToken())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
