package io.vedette.bench.hub;

import io.vedette.stack.Stack;
import io.vedette.stack.demo.Account;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in, over plain HTTP: a browser would be measured instead of the hub. For one thread. */
public final class Person {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 10;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final URI hub;

    private Person(URI hub) {
        this.hub = hub;
    }

    /** Goes through the real sign-in: the name on one page, the password on the next. */
    public static Person signIn(Stack stack, String name) {
        Account account = stack.account(name);
        Person person = new Person(stack.hub());
        HttpResponse<String> page = person.follow(HttpRequest.newBuilder(URI.create(stack.hub() + "/t/acme")));
        for (int step = 0; step < MOST_STEPS && page.uri().getPath().contains("/realms/"); step++) {
            String form = "username=" + encoded(account.name()) + "&password="
                    + encoded(account.password().reveal()) + "&credentialId=";
            page = person.follow(HttpRequest.newBuilder(action(page))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
        }
        if (page.statusCode() != 200 || !page.uri().getPath().equals("/t/acme")) {
            throw new StackFailed(
                    "The account " + name + " could not sign in: " + page.uri().getPath());
        }
        return person;
    }

    /** The body of a path of the hub. Throws {@link StackFailed} unless the answer is 200. */
    public String get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(hub.resolve(path)));
        if (answer.statusCode() != 200) {
            throw new StackFailed(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The first bytes of a path of the hub. Throws {@link StackFailed} unless the answer is that part of it, or all. */
    public byte[] part(String path, long bytes) {
        HttpResponse<byte[]> answer = send(
                HttpRequest.newBuilder(hub.resolve(path)).header("Range", "bytes=0-" + (bytes - 1)),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 206 && answer.statusCode() != 200) {
            throw new StackFailed(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Sends a change to the interface for programs, as a page does. Throws {@link StackFailed} unless it is taken. */
    public String change(String method, String path, String json) {
        String csrf = get("/api/v1/me").replaceFirst("(?s).*\"csrf\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(hub.resolve(path))
                .header("Content-Type", "application/json")
                .header("Origin", hub.toString())
                .header("X-CSRF-Token", csrf)
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
        if (answer.statusCode() / 100 != 2) {
            throw new StackFailed(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Opens a socket as a page of the hub does. */
    public WebSocket open(String path, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header("Origin", hub.toString())
                .header("Cookie", line(cookies.getOrDefault(hub.getAuthority(), Map.of())))
                .connectTimeout(LIMIT)
                .buildAsync(URI.create(hub.toString().replaceFirst("http", "ws") + path), listener)
                .join();
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(HttpRequest.newBuilder(next));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        return send(builder, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> body) {
        URI to = builder.copy().build().uri();
        Map<String, String> jar = cookies.computeIfAbsent(to.getAuthority(), any -> new HashMap<>());
        builder.timeout(LIMIT).header("Accept", "text/html,*/*").header("Accept-Language", "en");
        if (!jar.isEmpty()) {
            builder.header("Cookie", line(jar));
        }
        try {
            HttpResponse<T> answer = http.send(builder.build(), body);
            // marked Secure by the provider even on this machine's plain HTTP, so a standard cookie jar would not send
            // them
            answer.headers().allValues("Set-Cookie").forEach(line -> keep(jar, line));
            return answer;
        } catch (IOException e) {
            throw new StackFailed("No answer from " + to.getAuthority() + to.getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("Interrupted while asking " + to.getPath());
        }
    }

    private static String line(Map<String, String> jar) {
        return jar.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static void keep(Map<String, String> jar, String line) {
        String pair = line.split(";", 2)[0];
        int equals = pair.indexOf('=');
        jar.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }

    private static URI action(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new StackFailed("The sign-in page has no form: " + page.uri().getPath());
        }
        return page.uri().resolve(form.group(1).replace("&amp;", "&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
