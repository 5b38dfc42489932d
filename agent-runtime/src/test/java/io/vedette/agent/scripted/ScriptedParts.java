package io.vedette.agent.scripted;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.upload.PartsAsk;
import io.vedette.contracts.upload.PartsState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A store that takes parts by addresses, and what the hub says of them. The store is a server of its own. */
public final class ScriptedParts {
    private static final int PART = 128 * 1024;

    private final HttpServer store;
    private final Map<Integer, byte[]> parts = new ConcurrentHashMap<>();
    private final List<String> unreached = new CopyOnWriteArrayList<>();
    private final List<Integer> put = new CopyOnWriteArrayList<>();
    private volatile String base;
    private volatile int answers = 200;
    private volatile boolean byHub;
    private volatile boolean finished;

    ScriptedParts() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", this::take);
        store.start();
        base = "http://127.0.0.1:" + store.getAddress().getPort();
    }

    /** Where it says that parts go. */
    public void at(String address) {
        base = address;
    }

    /** From now on the store answers every part so. */
    public void answers(int status) {
        answers = status;
    }

    public void wantsItself() {
        byHub = true;
    }

    public void has(int number, byte[] content) {
        parts.put(number, content);
    }

    /** Why agents said that they do not reach the store. */
    public List<String> unreached() {
        return unreached;
    }

    /** Numbers of the parts that were taken, in their order. */
    public List<Integer> put() {
        return put;
    }

    public boolean finished() {
        return finished;
    }

    public byte[] content() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.keySet().stream().sorted().forEach(number -> all.writeBytes(parts.get(number)));
        return all.toByteArray();
    }

    void hub(HttpExchange exchange, String below, long bytes) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (below.equals("/unreached")) {
            unreached.add(new String(body, StandardCharsets.UTF_8));
            answer(exchange, 204, "");
        } else if (byHub) {
            answer(exchange, 409, "by-hub");
        } else if (below.equals("/finish")) {
            finished = missing(bytes).isEmpty();
            exchange.getResponseHeaders().set("Upload-Offset", Long.toString(bytes));
            answer(exchange, finished ? 204 : 409, "");
        } else {
            PartsAsk ask = LinkCodec.json().readValue(body, PartsAsk.class);
            answer(exchange, 200, LinkCodec.write(state(ask, bytes)));
        }
    }

    private PartsState state(PartsAsk ask, long bytes) {
        PartsAsk.Next next = ask.next();
        if (next == null) {
            return new PartsState(bytes, PART, missing(bytes), null);
        }
        long offset = (long) PART * (next.number() - 1);
        return new PartsState(
                bytes,
                PART,
                missing(bytes),
                new PartsState.Address(
                        next.number(),
                        offset,
                        Math.min(PART, bytes - offset),
                        base + "/bucket/key?part=" + next.number(),
                        Map.of("x-hash", next.sha256()),
                        Instant.parse("2999-01-01T00:00:00Z")));
    }

    private List<Integer> missing(long bytes) {
        return IntStream.rangeClosed(1, (int) Math.ceilDiv(bytes, PART))
                .filter(number -> !parts.containsKey(number))
                .limit(PartsState.MOST)
                .boxed()
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String query = exchange.getRequestURI().getQuery();
            if (!hash(body).equals(exchange.getRequestHeaders().getFirst("x-hash"))
                    || exchange.getRequestHeaders().containsKey("Authorization")) {
                answer(exchange, 400, "");
                return;
            }
            if (answers == 200) {
                int number = Integer.parseInt(query.substring("part=".length()));
                parts.put(number, body);
                put.add(number);
            }
            answer(exchange, answers, "");
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    void close() {
        store.stop(0);
    }
}
