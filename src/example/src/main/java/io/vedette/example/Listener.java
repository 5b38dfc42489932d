package io.vedette.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStoredEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where the hub posts to. It answers when the work is done and not before: what is answered with anything else than 2xx, or not in
 * time, the hub keeps and tells again. So nothing needs to be kept here.
 */
public final class Listener implements AutoCloseable {
    private static final String PATH = "/hook";
    private static final int REMEMBERED = 10_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Signature signature;
    private final Worker worker;
    /** Spares the work; that nothing is kept twice is the hub's doing. */
    private final Set<String> finished =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    private Listener(HttpServer server, Signature signature, Worker worker) {
        this.server = server;
        this.signature = signature;
        this.worker = worker;
    }

    /** Listens until it is closed. */
    public static Listener open(Settings settings, Clock clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
        var listener = new Listener(server, new Signature(settings.key(), clock), new Worker(new Hub(settings)));
        server.setExecutor(listener.threads);
        server.createContext(PATH, listener::take);
        server.start();
        return listener;
    }

    /** What the webhook's page is to be given. */
    public URI address() {
        var at = server.getAddress();
        return URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + PATH);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(answer(exchange), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(HttpExchange exchange) throws IOException, InterruptedException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        byte[] body = exchange.getRequestBody().readNBytes(EventCodec.MOST_BYTES + 1);
        if (!signature.fits(exchange.getRequestHeaders().getFirst(Signature.HEADER), body)) {
            return 401; // before a byte of it is understood
        }
        try {
            RecordingStoredEvent event = EventCodec.recordingStored(body);
            if (finished.contains(event.id())) {
                return 204;
            }
            if (!worker.finished(event)) {
                return 503;
            }
            finished.add(event.id());
            return 204;
        } catch (EventCodec.UnreadableEvent e) {
            return 400;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
