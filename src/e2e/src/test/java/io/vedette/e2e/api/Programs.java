package io.vedette.e2e.api;

import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Gets a token as a program on somebody's desk does: in their browser, with PKCE, back on loopback (RFC 8252). */
final class Programs {
    private static final String CLIENT = "vedette-api";
    private static final String BACK = "http://127.0.0.1/done";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-of-PKCE";

    private Programs() {}

    static String token(Stack stack, SignedIn somebody) {
        String realm = stack.keycloak() + "/realms/vedette/protocol/openid-connect";
        Page page = somebody.page().context().newPage();
        page.route(
                BACK + "**", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setBody("")));
        page.navigate(realm + "/auth?response_type=code&client_id=" + CLIENT + "&redirect_uri=" + encoded(BACK)
                + "&scope=openid%20organization:*&code_challenge_method=S256&code_challenge=" + challenge());
        page.waitForURL(url -> url.startsWith(BACK));
        String code = page.url().replaceFirst(".*[?&]code=([^&]*).*", "$1");
        page.close();
        return exchange(realm, code);
    }

    private static String exchange(String realm, String code) {
        String form = "grant_type=authorization_code&client_id=" + CLIENT + "&redirect_uri=" + encoded(BACK) + "&code="
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
