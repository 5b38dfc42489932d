package io.vedette.bench.access;

import io.vedette.bench.Figure;
import io.vedette.bench.hub.Person;
import io.vedette.contracts.id.CameraId;
import io.vedette.stack.words.StackFailed;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** How long a running live socket outlives the grant that opened it: from before the owner's request to the socket's close. */
final class TakenBack {
    private static final double LIMIT_SECONDS = 2;
    private static final int SOCKETS = 50;
    private static final int PATIENCE_SECONDS = 30;

    private TakenBack() {}

    static void measure(GrantedTenant tenant, Person owner, Person guard, Consumer<Figure> out) {
        List<WebSocket> open = new ArrayList<>();
        CountDownLatch heard = new CountDownLatch(SOCKETS);
        CountDownLatch closed = new CountDownLatch(SOCKETS);
        AtomicLong last = new AtomicLong();
        try {
            for (CameraId camera : tenant.watched().subList(0, SOCKETS)) {
                open.add(guard.open("/t/acme/socket/live/" + camera, new Watching(heard, closed, last)));
            }
            await(heard, "Not every live socket opened.");
            String path = "/api/v1/t/acme/grants/" + tenant.watching();
            owner.get(path); // signed in, connected and awake, as somebody at the page is
            long begin = System.nanoTime();
            owner.change("DELETE", path, "");
            double answered = (System.nanoTime() - begin) / 1e9;
            await(closed, "A live socket outlived the grant that opened it.");
            double all = (last.get() - begin) / 1e9;
            String words = String.format(
                    Locale.ROOT,
                    "the last of %d sockets closed after %.3f s of %.0f s, the request was answered after %.3f s",
                    SOCKETS,
                    all,
                    LIMIT_SECONDS,
                    answered);
            out.accept(Figure.within("A3.taken-back", all, LIMIT_SECONDS, words));
        } finally {
            open.forEach(WebSocket::abort);
        }
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new StackFailed(otherwise);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed(otherwise);
        }
    }

    private record Watching(CountDownLatch heard, CountDownLatch closed, AtomicLong last)
            implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean end) {
            heard.countDown();
            return WebSocket.Listener.super.onText(socket, text, end);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            last.accumulateAndGet(System.nanoTime(), Math::max);
            closed.countDown();
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }
    }
}
