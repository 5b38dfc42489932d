package io.vedette.lab.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStoredEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A webhook of somebody's: keeps what it is told, and answers as the test says. */
public final class HookServer implements AutoCloseable {
    public static final Secret KEY = new Secret("a key that both sides know");

    /** As an answer: the event was taken, and the line breaks before anybody hears of it. */
    public static final int SILENCE = 0;

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile Function<RecordingStoredEvent, Integer> answer = event -> 204;

    /** What came, and what was answered. */
    public record Got(RecordingStoredEvent event, String signature, byte[] body, int answered) {}

    public HookServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            RecordingStoredEvent event = EventCodec.recordingStored(body);
            int status = answer.apply(event);
            got.add(new Got(event, exchange.getRequestHeaders().getFirst("X-Vedette-Signature"), body, status));
            if (status != SILENCE) {
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (EventCodec.UnreadableEvent e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    public void answers(Function<RecordingStoredEvent, Integer> next) {
        answer = next;
    }

    /** What it took, in the order it came. */
    public List<RecordingStoredEvent> taken() {
        return got.stream().filter(one -> one.answered() < 300).map(Got::event).toList();
    }

    public List<Got> all() {
        return got;
    }

    /** Where it is told. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
