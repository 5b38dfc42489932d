package io.vedette.e2e.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Whoever runs Keycloak, at its admin interface. */
public final class KeycloakAdmin implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String password;

    public KeycloakAdmin(Stack stack) {
        this.server = stack.keycloak();
        this.password = password(stack);
    }

    /** A fresh one each time: it lives for a minute only. */
    private String token() {
        return form("master", "grant_type=password&client_id=admin-cli&username=admin&password=" + password)
                .path("access_token")
                .asText();
    }

    /** What lies beside Keycloak's realm for operators, as the guides tell them to use it. */
    public static ObjectNode file(String name) {
        Path checkout = Path.of(System.getProperty("vedette.e2e.target")).resolve("../../..");
        try {
            return (ObjectNode) LinkCodec.json()
                    .readTree(
                            Files.readString(checkout.resolve("docker/keycloak").resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(Stack stack) {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(stack.secretsFile())) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return URLEncoder.encode(secrets.getProperty("keycloak.admin"), StandardCharsets.UTF_8);
    }

    /** What a realm's token endpoint answers to a form. */
    public JsonNode form(String realm, String form) {
        return read(send(HttpRequest.newBuilder(server.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
    }

    public JsonNode get(String path) {
        return read(expect(send(admin(path).GET())));
    }

    /** Posts JSON, or an id as it is; the answer is empty for what is only made. */
    public JsonNode post(String path, String json) {
        return read(expect(send(admin(path).POST(BodyPublishers.ofString(json)))));
    }

    public void put(String path, String json) {
        expect(send(admin(path).PUT(BodyPublishers.ofString(json))));
    }

    public void delete(String path) {
        expect(send(admin(path).DELETE()));
    }

    /** The id of the organisation acme. */
    public String acme() {
        return get("/vedette/organizations?search=acme").path(0).path("id").asText();
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(server.resolve("/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return LinkCodec.json().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON but " + answer.body(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
