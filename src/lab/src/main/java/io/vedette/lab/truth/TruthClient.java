package io.vedette.lab.truth;

import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a test camera in another process for the truth, and makes trouble there. Safe for several threads. */
public final class TruthClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** @param port the camera's {@code --truth-port} on this machine */
    public TruthClient(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/");
    }

    public GroundTruth truth() {
        try {
            return LinkCodec.json()
                    .readValue(
                            send(HttpRequest.newBuilder(base.resolve("truth")).GET()), GroundTruth.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The camera falls silent; connections stay, answers stop. */
    public void pause() {
        post("pause");
    }

    public void resume() {
        post("resume");
    }

    /** The camera closes all connections and takes new ones at once. */
    public void drop() {
        post("drop");
    }

    /** The camera closes its port and all connections; its loop runs on. */
    public void stop() {
        post("stop");
    }

    /** The camera opens the same port again. */
    public void start() {
        post("start");
    }

    private void post(String command) {
        send(HttpRequest.newBuilder(base.resolve(command)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the test camera answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the test camera", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
