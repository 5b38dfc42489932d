package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The identity provider ends a session of its own: what was open under it here closes, and nothing else does. */
class BackChannelLogoutIT {
    private static final RunningHub HUB = RunningHub.get();

    /** A live view in a browser that has signed in. */
    private static final class Watching implements WebSocket.Listener {
        final String cookies;
        final String sid;
        final CompletableFuture<String> first = new CompletableFuture<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final WebSocket socket;

        Watching(String subject) throws Exception {
            cookies =
                    HUB.cookies(subject, Map.of("acme", HUB.world.owner.tenant().toString()));
            sid = HUB.issuer.lastSession();
            socket = HUB.socket("/t/acme/socket/live/" + HUB.camera, cookies, this);
            assertThat(first.get(20, TimeUnit.SECONDS)).contains("state");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            first.complete(text.toString());
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            closed.complete(1006); // RFC 6455, section 7.4.1: ended without a close frame
        }

        int home() {
            return HUB.send(HUB.to("/api/v1/me").header("Cookie", cookies)).statusCode();
        }
    }

    @Test
    void aLogoutAtTheProviderClosesTheLiveViewsOfThatSessionWithinTwoSecondsAndOfNoOther() throws Exception {
        var guard = new Watching("guard");
        var sameElsewhere = new Watching("guard");

        assertThat(logout(HUB.issuer.logoutToken(guard.sid)).statusCode()).isEqualTo(200);

        assertThat(guard.closed.get(2, TimeUnit.SECONDS)).isPositive();
        assertThat(guard.home()).isEqualTo(401);
        assertThat(sameElsewhere.closed).isNotDone();
        assertThat(sameElsewhere.home()).isEqualTo(200);
        guard.socket.abort();
        sameElsewhere.socket.abort();
    }

    @Test
    void whatTheProviderDidNotSignEndsNothing() throws Exception {
        var guard = new Watching("guard");
        String right = HUB.issuer.logoutToken(guard.sid);

        assertThat(logout(right.substring(0, right.length() - 8) + "AAAAAAAA").statusCode())
                .isEqualTo(400);
        assertThat(logout(HUB.guardToken()).statusCode()).as("an access token").isEqualTo(400);

        assertThat(guard.home()).isEqualTo(200);
        assertThat(guard.closed).isNotDone();
        guard.socket.abort();
    }

    private static HttpResponse<String> logout(String token) {
        return HUB.send(HUB.to("/login/backchannel")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token)));
    }
}
