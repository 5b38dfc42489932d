package io.vedette.e2e.signin;

import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window, which an attack can stop at each step of a sign-in: it follows no redirect by itself. */
final class Visitor {
    static final String SESSION = "vedette";
    static final String SEAL = "vedette-seal";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Stack stack;
    /** By server: a browser would send both to both, as they are on one host. */
    private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

    Visitor(Stack stack) {
        this.stack = stack;
    }

    /** Somebody who is signed in at the hub. */
    static Visitor signedIn(Stack stack, String name, String password) {
        Visitor somebody = new Visitor(stack);
        Answer welcome = somebody.get(somebody.comesBack("/t/acme", name, password));
        if (welcome.status() != 303) {
            throw new AssertionError("not signed in: " + welcome);
        }
        return somebody;
    }

    static Visitor signedIn(Stack stack, String account) {
        return signedIn(stack, account, stack.account(account).password().reveal());
    }

    Answer get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Asks the hub with a request target that no ordinary client would send; of the answer only its head counts. */
    Answer raw(String target) {
        String head = RawRequest.head(stack.hub(), "GET " + target + " HTTP/1.1\r\nCookie: " + pairs(stack.hub()));
        Map<String, List<String>> headers = RawRequest.headers(head);
        headers.getOrDefault("set-cookie", List.of()).forEach(line -> keep(stack.hub(), line));
        return new Answer(RawRequest.status(head), HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
    }

    Answer post(String address, String form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Where the hub sends this browser, who is nobody to it, to sign in. */
    String begins(String path) {
        Answer sent = get(stack.hub() + path);
        if (!sent.header("Location").startsWith(stack.keycloak().toString())) {
            throw new AssertionError("not sent to sign in: " + sent);
        }
        return sent.header("Location");
    }

    /** Signs in at Keycloak alone; the address at the hub that it sends the browser back to. */
    String comesBack(String path, String name, String password) {
        return types(begins(path), name, password)
                .orElseThrow(() -> new AssertionError("Keycloak did not take " + name + "'s password"));
    }

    /** As {@link #comesBack(String, String, String)}, for whoever is signed in at Keycloak already. */
    String comesBack(String path) {
        Answer answer = get(begins(path));
        if (answer.status() != 302) {
            throw new AssertionError("Keycloak asks again: " + answer);
        }
        return answer.header("Location");
    }

    /** Types name and password at Keycloak; where it sends the browser, if it takes them. */
    Optional<String> types(String loginPage, String name, String password) {
        Answer page = get(loginPage);
        if (!page.text().contains("name=\"password\"")) {
            page = post(form(page).orElseThrow(() -> new AssertionError(loginPage)), "username=" + encoded(name));
        }
        String typed = "username=" + encoded(name) + "&password=" + encoded(password) + "&credentialId=";
        return form(page).map(next -> post(next, typed).header("Location")).filter(to -> !to.isEmpty());
    }

    /** Where the page's form leads; empty when it has none, as for an account that is disabled. */
    private static Optional<String> form(Answer page) {
        Matcher form = FORM.matcher(page.text());
        return form.find() ? Optional.of(form.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    /** Who the hub takes this browser for; empty when for nobody. */
    Optional<String> knownAs() {
        Answer me = get(stack.hub() + "/api/v1/me");
        return me.status() == 401
                ? Optional.empty()
                : Optional.of(me.json().path("userName").asText());
    }

    /** Ends the session at the hub; where that sends the browser to end it at Keycloak, too. */
    String signsOut() {
        String page = get(stack.hub() + "/t/acme").text();
        String csrf = page.replaceFirst("(?s).*<meta name=\"csrf\" content=\"([^\"]*)\".*", "$1");
        return post(stack.hub() + "/login/end", "csrf=" + encoded(csrf)).header("Location");
    }

    /** An access token of a program of whoever is signed in at Keycloak here (RFC 8252). */
    String programsToken(KeycloakAdmin keycloak) {
        String back = "http://127.0.0.1:1/done"; // nobody has to listen there: the redirect is not followed
        String verifier = "v".repeat(64);
        Answer sent = get(stack.keycloak() + "/realms/vedette/protocol/openid-connect/auth?client_id=vedette-api"
                + "&response_type=code&scope=openid%20organization:*&redirect_uri=" + encoded(back)
                + "&code_challenge_method=S256&code_challenge=" + Pkce.challenge(verifier));
        return keycloak.form(
                        "vedette",
                        "grant_type=authorization_code&client_id=vedette-api&redirect_uri=" + encoded(back) + "&code="
                                + parameter(sent.header("Location"), "code") + "&code_verifier=" + verifier)
                .path("access_token")
                .asText();
    }

    /** The same cookies at the interface and its sockets. */
    HubApi api() {
        Answer me = get(stack.hub() + "/api/v1/me");
        return new HubApi(
                stack.hub(), pairs(stack.hub()), me.json().path("csrf").asText());
    }

    /** Empty when the hub gave none. */
    String cookie(String name) {
        return at(stack.hub()).getOrDefault(name, "");
    }

    void plant(String name, String value) {
        at(stack.hub()).put(name, value);
    }

    /** Is a stranger at the hub from now on, and whoever it was at Keycloak. */
    void forgetsTheHub() {
        at(stack.hub()).clear();
    }

    private Map<String, String> at(URI server) {
        return cookies.computeIfAbsent(server.getAuthority(), none -> new ConcurrentHashMap<>());
    }

    private String pairs(URI server) {
        return at(server).entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer send(HttpRequest.Builder draft) {
        URI to = draft.build().uri();
        draft.timeout(LIMIT).header("Accept-Language", "en").header("Accept", "text/html, */*;q=0.8");
        if (!at(to).isEmpty()) {
            draft.header("Cookie", pairs(to));
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(draft.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().allValues("Set-Cookie").forEach(line -> keep(to, line));
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + to, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(URI from, String line) {
        HttpCookie cookie = HttpCookie.parse("Set-Cookie: " + line.replaceAll("(?i); *Expires=[^;]*", ""))
                .getFirst();
        if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
            at(from).remove(cookie.getName());
        } else {
            at(from).put(cookie.getName(), cookie.getValue());
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
