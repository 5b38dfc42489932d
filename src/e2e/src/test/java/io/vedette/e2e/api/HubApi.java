package io.vedette.e2e.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks the hub with the cookies of a session, or with none. Follows no redirects. */
public final class HubApi {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI hub;
    private final String cookies;
    private final String csrf;
    private final String token;

    public HubApi(URI hub, String cookies, String csrf) {
        this(hub, cookies, csrf, "");
    }

    private HubApi(URI hub, String cookies, String csrf, String token) {
        this.token = token;
        this.hub = hub;
        this.cookies = cookies;
        this.csrf = csrf;
    }

    public static HubApi stranger(URI hub) {
        return new HubApi(hub, "", "");
    }

    /** A program with an access token and no session. */
    public static HubApi withToken(URI hub, String token) {
        return new HubApi(hub, "", "", token);
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    /** Bytes from the first to the last, both included. */
    public Answer range(String path, long first, long last) {
        return send(to(path).header("Range", "bytes=" + first + "-" + last).GET());
    }

    public Answer post(String path, String json) {
        return send(to(path).header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(BodyPublishers.ofString(json)));
    }

    /** A POST with a session but without its token: what another site could make a browser send. */
    public Answer postForged(String path) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("x=1")));
    }

    public Answer delete(String path) {
        return send(to(path).header("X-CSRF-Token", csrf).DELETE());
    }

    /** With all that goes with it, which is looked at first, as the hub demands. */
    public Answer takeAway(String path) {
        String seen = get(path + "/removal").header("ETag");
        return send(
                to(path).header("X-CSRF-Token", csrf).header("If-Match", seen).DELETE());
    }

    /** Opens a socket as a page of the hub would, or as a program. */
    public CompletableFuture<WebSocket> socket(String path, WebSocket.Listener listener) {
        var builder = HTTP.newWebSocketBuilder().connectTimeout(LIMIT);
        if (token.isEmpty()) {
            builder.header("Origin", hub.toString());
        } else {
            builder.header("Authorization", "Bearer " + token);
        }
        if (!cookies.isEmpty()) {
            builder.header("Cookie", cookies);
        }
        return builder.buildAsync(URI.create("ws" + hub.toString().substring("http".length()) + path), listener);
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(hub + path)).timeout(LIMIT).header("Accept-Language", "en");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from the hub", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the hub", e);
        }
    }
}
