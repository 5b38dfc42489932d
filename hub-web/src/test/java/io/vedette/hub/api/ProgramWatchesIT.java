package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Live pictures for programs: a token opens the socket, and a session only does from the hub's own pages. */
class ProgramWatchesIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        HTTP.close();
    }

    @Test
    void aTokenOpensTheSocketWithoutAnOrigin() {
        assertThat(firstWord(Map.of("Authorization", "Bearer " + HUB.ownerToken())))
                .contains("\"state\":\"offline\"");
    }

    @Test
    void aSessionOpensItFromTheHubsOwnPagesAndNotWithoutAnOrigin() {
        assertThat(firstWord(Map.of("Cookie", HUB.ownerCookies(), "Origin", HUB.address.toString())))
                .contains("\"state\":\"offline\"");
        assertThat(firstWord(Map.of("Cookie", HUB.ownerCookies()))).isEqualTo("closed 4401");
    }

    @Test
    void anotherSiteOpensNothingWhateverItBrings() {
        assertThat(firstWord(Map.of("Cookie", HUB.ownerCookies(), "Origin", "https://elsewhere.example")))
                .isEqualTo("refused 403");
        assertThat(firstWord(
                        Map.of("Authorization", "Bearer " + HUB.ownerToken(), "Origin", "https://elsewhere.example")))
                .isEqualTo("refused 403");
    }

    @Test
    void aTokenThatNobodySignedIsRefusedBeforeTheSocketOpensAlsoBesideASession() {
        assertThat(firstWord(Map.of("Authorization", "Bearer nonsense"))).isEqualTo("refused 401");
        assertThat(firstWord(Map.of(
                        "Authorization",
                        "Bearer nonsense",
                        "Cookie",
                        HUB.ownerCookies(),
                        "Origin",
                        HUB.address.toString())))
                .isEqualTo("refused 401");
        assertThat(firstWord(Map.of())).isEqualTo("refused 401");
    }

    /** What the hub says first, or how it refuses. */
    private static String firstWord(Map<String, String> headers) {
        var first = new CompletableFuture<String>();
        var builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        try {
            WebSocket socket = builder.buildAsync(
                            URI.create(HUB.address.toString().replaceFirst("http", "ws") + "/t/acme/socket/live/"
                                    + HUB.camera),
                            new WebSocket.Listener() {
                                @Override
                                public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                    first.complete(text.toString());
                                    return CompletableFuture.completedFuture(null);
                                }

                                @Override
                                public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                                    first.complete("closed " + code);
                                    return CompletableFuture.completedFuture(null);
                                }
                            })
                    .join();
            try {
                return first.orTimeout(30, TimeUnit.SECONDS).join();
            } finally {
                socket.abort();
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return "refused " + refused.getResponse().statusCode();
            }
            throw e;
        }
    }
}
