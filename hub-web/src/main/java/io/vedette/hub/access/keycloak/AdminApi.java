package io.vedette.hub.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's admin interface, asked as the hub's own service account (client credentials, RFC 6749 section 4.4). Connecting
 * takes at most 2 s, an answer with everything in it 5 s.
 */
@Singleton
class AdminApi {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoginSettings login;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private volatile @Nullable AdminToken known;

    @Inject
    AdminApi(HubSettings settings, Clock clock) {
        this(settings.login(), clock);
    }

    AdminApi(LoginSettings login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    /** What lies at a path below the realm, such as {@code /organizations?first=0}. */
    JsonNode get(String path) throws Unreachable {
        return json(ask(HttpRequest.newBuilder(realm(path))));
    }

    /** As {@link #get}; empty when there is no such thing. */
    Optional<JsonNode> find(String path) throws Unreachable {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(realm(path)));
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(json(answer));
    }

    /** What is not there any more is deleted, too. */
    void delete(String path) throws Unreachable {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(realm(path)).DELETE());
        if (answer.statusCode() != 204 && answer.statusCode() != 404) {
            throw unexpected(answer);
        }
    }

    /** Sends a form; the status of the answer is the caller's to judge. */
    int post(String path, Map<String, String> form) throws Unreachable {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return ask(HttpRequest.newBuilder(realm(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws Unreachable {
        request.timeout(ANSWER).header("Accept", "application/json");
        HttpResponse<byte[]> answer = send(signed(request, token()));
        if (answer.statusCode() == 401) {
            known = null; // revoked before its time; a second no is an answer
            answer = send(signed(request, token()));
        }
        return answer;
    }

    private static HttpRequest signed(HttpRequest.Builder request, AdminToken token) {
        return request.setHeader("Authorization", "Bearer " + token.bearer()).build();
    }

    /** {@code https://host/base/realms/x} has its admin interface at {@code https://host/base/admin/realms/x}. */
    private URI realm(String path) {
        return URI.create(login.issuer().toString().replaceFirst("/realms/", "/admin/realms/") + path);
    }

    private AdminToken token() throws Unreachable {
        AdminToken token = known;
        if (token == null || clock.instant().isAfter(token.usableUntil())) {
            token = fresh();
            known = token;
        }
        return token;
    }

    private AdminToken fresh() throws Unreachable {
        String pair =
                encoded(login.clientId()) + ":" + encoded(login.clientSecret().reveal());
        var request = HttpRequest.newBuilder(URI.create(login.issuer() + "/protocol/openid-connect/token"))
                .timeout(ANSWER)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        JsonNode answer = json(send(request));
        String bearer = answer.path("access_token").asText("");
        if (bearer.isEmpty()) {
            throw new Unreachable("the identity provider gave no token");
        }
        var life = Duration.ofSeconds(answer.path("expires_in").asLong(0));
        return new AdminToken(bearer, clock.instant().plus(life).minus(BEFORE_THE_END));
    }

    /** The client's own time limit ends with the headers; this one holds for the body, too. */
    private HttpResponse<byte[]> send(HttpRequest request) throws Unreachable {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new Unreachable("the identity provider does not answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted while asking the identity provider", e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws Unreachable {
        if (answer.statusCode() != 200) {
            throw unexpected(answer);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Unreachable("the identity provider's answer is no JSON", e);
        }
    }

    private static Unreachable unexpected(HttpResponse<byte[]> answer) {
        return new Unreachable("the identity provider answered " + answer.statusCode() + " to "
                + answer.uri().getPath());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
