package io.vedette.hub.api;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody who asks the running hub for the addresses of the matrix: with a token as a program, with cookies as a browser. Each
 * address is asked in the way that it is there for; who has only one of the two asks with that.
 *
 * @param csrf the session's secret, which each form carries
 */
record Asker(RunningHub hub, Optional<String> token, Optional<String> cookies, String csrf) {
    /** What was answered: the status, or that of a socket's close; 101 for one that opens and says something. */
    record Got(int status, HttpResponse<String> answer) {
        String body() {
            return answer == null ? "" : answer.body();
        }
    }

    static Asker of(RunningHub hub, String subject, Map<String, String> tenants) {
        String cookies = hub.cookies(subject, tenants);
        return new Asker(hub, Optional.of(hub.token(subject, tenants)), Optional.of(cookies), csrf(hub, cookies));
    }

    static String csrf(RunningHub hub, String cookies) {
        String me = hub.send(hub.to("/api/v1/me").header("Cookie", cookies)).body();
        return me.replaceFirst(".*\"csrf\":\"([^\"]+)\".*", "$1");
    }

    static Asker nobody(RunningHub hub) {
        return new Asker(hub, Optional.empty(), Optional.empty(), "");
    }

    static Asker program(RunningHub hub, String token) {
        return new Asker(hub, Optional.of(token), Optional.empty(), "");
    }

    static Asker browser(RunningHub hub, String cookies) {
        return new Asker(hub, Optional.empty(), Optional.of(cookies), "");
    }

    /** @param body kind of body, {@code json} or {@code form}, and the body */
    Got ask(MatrixRow row, String address, String body) {
        if (row.method().equals("SOCKET")) {
            return socket(address);
        }
        HttpRequest.Builder request = hub.to(address);
        String sent = body.replaceFirst("^\\w+ ?", "");
        switch (row.method()) {
            case "GET", "HEAD", "DELETE", "OPTIONS" -> request.method(row.method(), BodyPublishers.noBody());
            default -> request.method(row.method(), publisher(body, sent, request));
        }
        boolean byCookie =
                row.page() || row.address().endsWith("/news") && row.address().startsWith("/t/");
        if (cookies.isPresent() && (byCookie || token.isEmpty())) {
            request.header("Cookie", cookies.get());
        } else {
            token.ifPresent(some -> request.header("Authorization", "Bearer " + some));
        }
        if (row.method().equals("PATCH") || row.method().equals("PUT")) {
            request.header("If-Match", "\"0\"");
        }
        if (row.address().endsWith("/news")) {
            return new Got(hub.status(request), null); // it may have no end
        }
        HttpResponse<String> answer = hub.send(request);
        return new Got(answer.statusCode(), answer);
    }

    private Got socket(String address) {
        var first = new CompletableFuture<Integer>();
        var listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                first.complete(101);
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                first.complete(code >= 4400 && code < 4500 ? code - 4000 : 500);
                return null;
            }
        };
        try {
            WebSocket open = cookies.isPresent() || token.isEmpty()
                    ? hub.socket(address, cookies.orElse("none=none"), listener)
                    : hub.programsSocket(address, token.get(), listener);
            int status = first.get(20, TimeUnit.SECONDS);
            open.abort();
            return new Got(status, null);
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException no) {
                return new Got(no.getResponse().statusCode(), null);
            }
            throw refused;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(address + " said nothing", e);
        }
    }

    private HttpRequest.BodyPublisher publisher(String body, String sent, HttpRequest.Builder request) {
        if (body.startsWith("form")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            return BodyPublishers.ofString(csrf.isEmpty() ? sent : "csrf=" + csrf + "&" + sent);
        }
        if (sent.isEmpty()) {
            return BodyPublishers.noBody();
        }
        request.header("Content-Type", "application/json");
        return BodyPublishers.ofString(sent);
    }
}
