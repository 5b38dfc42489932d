package io.vedette.lab.camera;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The truth and the switches for trouble over HTTP, for tests in another process. On the loopback only; asks for no password. */
public final class TruthServer implements AutoCloseable {
    private final HttpServer http;

    private interface Trouble {
        void make() throws IOException;
    }

    /** Port 0 means any free one. */
    public TruthServer(TestCamera camera, int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/truth", exchange -> {
            if (allows(exchange, "GET")) {
                byte[] body = LinkCodec.write(camera.truth()).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        onPost("/pause", camera::pause);
        onPost("/resume", camera::resume);
        onPost("/drop", camera::dropClients);
        onPost("/stop", camera::stop);
        onPost("/start", camera::start);
        http.start();
    }

    private void onPost(String path, Trouble trouble) {
        http.createContext(path, exchange -> {
            if (allows(exchange, "POST")) {
                trouble.make();
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
    }

    private static boolean allows(HttpExchange exchange, String method) throws IOException {
        if (exchange.getRequestMethod().equals(method)) {
            return true;
        }
        exchange.sendResponseHeaders(405, -1);
        return false;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
