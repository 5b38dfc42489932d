package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.Uuids;
import java.net.http.WebSocket;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The words that a closed live socket ends with, over the server's own upgrade. */
class RefusedSocketIT {
    private static final int TRIES = 4_000;
    private static final int AT_ONCE = 8;

    private final RunningHub hub = RunningHub.get();

    @Test
    void whoMayNotWatchIsToldSoEachTimeHoweverManyAskAtOnce() throws InterruptedException {
        String cookies = hub.ownerCookies();
        Callable<Integer> ask = () -> closeCode(cookies, Uuids.fresh().toString());

        try (var askers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> codes = askers.invokeAll(Collections.nCopies(TRIES, ask));

            assertThat(codes).extracting(Future::get).containsOnly(4404);
        }
    }

    private int closeCode(String cookies, String camera) throws Exception {
        var ended = new CompletableFuture<Integer>();
        WebSocket socket = hub.socket("/t/acme/socket/live/" + camera, cookies, new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                ended.complete(code);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void onError(WebSocket from, Throwable fault) {
                ended.completeExceptionally(fault);
            }
        });
        try {
            return ended.get(30, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }
}
