package io.vedette.e2e.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets a token as a program on somebody's desk does: in their browser, with PKCE, back on loopback (RFC 8252). */
final class Programs {
    private static final String CLIENT = "vedette-api";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-of-PKCE";

    private Programs() {}

    /** What Keycloak answers to a client that asks for tokens for itself. */
    static JsonNode service(KeycloakAdmin keycloak, String client, String secret, String scope) {
        return keycloak.form(
                "vedette",
                "grant_type=client_credentials&client_id=" + client + "&client_secret=" + encoded(secret) + "&scope="
                        + encoded(scope));
    }

    static String token(Stack stack, SignedIn somebody) {
        String realm = stack.keycloak() + "/realms/vedette/protocol/openid-connect";
        CompletableFuture<String> query = new CompletableFuture<>();
        HttpServer desk = listen(query);
        String back = "http://127.0.0.1:" + desk.getAddress().getPort() + "/done";
        try (Page page = somebody.page().context().newPage()) {
            page.navigate(realm + "/auth?response_type=code&client_id=" + CLIENT + "&redirect_uri=" + encoded(back)
                    + "&scope=openid%20organization:*&code_challenge_method=S256&code_challenge=" + challenge());
            String code = query.get(LIMIT.toSeconds(), TimeUnit.SECONDS).replaceFirst("(?:.*&)?code=([^&]*).*", "$1");
            return exchange(realm, back, code);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the browser did not come back with a code", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            desk.stop(0);
        }
    }

    /** Where the browser comes back to: any port of this machine, as the program finds one. */
    private static HttpServer listen(CompletableFuture<String> query) {
        try {
            HttpServer desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            desk.createContext("/done", exchange -> {
                query.complete(String.valueOf(exchange.getRequestURI().getRawQuery()));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            desk.start();
            return desk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String exchange(String realm, String back, String code) {
        String form = "grant_type=authorization_code&client_id=" + CLIENT + "&redirect_uri=" + encoded(back) + "&code="
                + code + "&code_verifier=" + VERIFIER;
        var request = HttpRequest.newBuilder(URI.create(realm + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body())
                    .json()
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
