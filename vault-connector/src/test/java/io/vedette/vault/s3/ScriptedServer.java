package io.vedette.vault.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers as no S3 server of a test can be made to: each request by what the test says, and written down. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** {@code what} is method, path and query. */
    record Asked(String what, List<String> headers) {}

    record Answer(int status, String body) {
        static Answer error(int status, String code) {
            return new Answer(status, "<Error><Code>" + code + "</Code><Message>said the test</Message></Error>");
        }
    }

    ScriptedServer(Function<String, Answer> script) throws IOException {
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
            boolean bare = body.length == 0 || what.startsWith("HEAD");
            exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    List<Asked> asked() {
        return asked;
    }

    S3BlobStore store(S3Checksums checksums) {
        return S3BlobStore.open(
                new S3Settings(
                        Optional.of(URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort())),
                        "us-east-1",
                        "bucket",
                        "",
                        true,
                        checksums,
                        "access",
                        new Secret("secret")),
                InetAddress::isLoopbackAddress);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
