package io.vedette.vault.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers as no real store of a test can be made to: each request by what the test says, and written down. */
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** {@code what} is method, path and query. */
    public record Asked(String what, List<String> headers) {}

    public record Answer(int status, Map<String, String> headers, String body) {
        public Answer(int status, String body) {
            this(status, Map.of(), body);
        }

        /** As S3 and Azure both say it, Azure in a header too. */
        public static Answer error(int status, String code) {
            return new Answer(
                    status,
                    Map.of("x-ms-error-code", code),
                    "<Error><Code>" + code + "</Code><Message>said the test</Message></Error>");
        }
    }

    public ScriptedServer(Function<String, Answer> script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<String, Answer> script) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(new Asked(what, List.copyOf(exchange.getRequestHeaders().keySet())));
            Answer answer = script.apply(what);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"tag\"");
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            boolean bare = body.length == 0 || what.startsWith("HEAD");
            exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
