package io.vedette.stack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vedette.stack.state.Secret;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keycloak's admin REST interface, as much of it as the stack needs. One use, one token: an instance lives for a minute at most. */
final class AdminApi {
    private static final Duration TOTAL = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI server;
    private final String token;

    private AdminApi(URI server, String user, Secret password) {
        this.server = server;
        this.token = login(user, password);
    }

    static AdminApi as(URI server, String user, Secret password) {
        return new AdminApi(server, user, password);
    }

    /** The answer, or a missing node for 404. */
    JsonNode get(String path) {
        return send("GET", path, null, Set.of(200, 404));
    }

    void put(String path, JsonNode body) {
        send("PUT", path, body, Set.of(200, 204));
    }

    void post(String path, JsonNode body) {
        send("POST", path, body, Set.of(200, 201, 204));
    }

    private JsonNode send(String method, String path, @Nullable JsonNode body, Set<Integer> expected) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/admin/realms" + path))
                .timeout(TOTAL)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = exchange(request);
        if (!expected.contains(answer.statusCode())) {
            throw new StackFailed("Keycloak refused " + method + " " + path + ": " + answer.statusCode() + " "
                    + answer.body().lines().findFirst().orElse(""));
        }
        return answer.statusCode() == 404 || answer.body().isBlank() ? MissingNode.getInstance() : read(answer.body());
    }

    private String login(String user, Secret password) {
        String form = "grant_type=password&client_id=admin-cli&username=" + encoded(user) + "&password="
                + encoded(password.reveal());
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                .timeout(TOTAL)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() != 200) {
            throw new StackFailed("Keycloak does not let its administrator in (" + answer.statusCode()
                    + "). Was its password changed? The stack needs the one in its file of secrets.");
        }
        return read(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackFailed("Keycloak does not answer at " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("The start was interrupted.", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new StackFailed("Keycloak answered something that is no JSON.", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
