package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A hub with nothing set that need not be, and how it stops when it is told to, on the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoppingIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Less than the hub's patience, and time enough for a server that does not wait to cut what it holds. */
    private static final Duration READER_WAITS = Duration.ofSeconds(3);

    private static final int ENDED_BY_TERM = 128 + 15;
    private static final String BODY = "{\"token\":\"none\"}";

    /** More than the system takes over for a reader who does not read, less than the server does. */
    private static final int DOWNLOAD = 6_000_000;

    private final RunningHub hub = RunningHub.fresh(
            "stopping-hub.log", Map.of("VEDETTE_AGENT_FILE", download().toString()));

    @Test
    @Order(1)
    void itsFiguresAreNotThereForAnybody() {
        for (var request : List.of(
                hub.to("/metrics"), hub.to("/metrics").header("Authorization", "Bearer x"), hub.asOwner("/metrics"))) {
            assertThat(hub.send(request).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Order(2)
    @Timeout(120)
    void whatIsBegunIsAnsweredAndReadWhatIsNewIsTurnedAwayAndViewersAreToldToComeBack() throws Exception {
        var closed = new CompletableFuture<Integer>();
        hub.socket("/t/acme/socket/live/" + hub.camera, hub.ownerCookies(), new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                closed.complete(code);
                return CompletableFuture.completedFuture(null);
            }
        });
        try (Socket slow = new Socket(hub.address.getHost(), hub.address.getPort());
                Socket reader = new Socket()) {
            say(slow, head() + BODY.substring(0, 4));
            beginDownload(reader);
            answeredAsUsual();

            hub.process.toHandle().destroy(); // the handle leaves what the process says readable

            untilTurnedAway();
            HttpResponse<String> fresh = hub.send(hub.to("/api/v1/pair").GET());
            assertThat(fresh.statusCode()).isEqualTo(503);
            assertThat(fresh.body()).contains("\"code\":\"stopping\"");
            assertThat(fresh.headers().firstValue("Retry-After")).isPresent();
            assertThat(closed.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1001);

            say(slow, BODY.substring(4));
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");

            assertThat(hub.process.waitFor(READER_WAITS.toSeconds(), TimeUnit.SECONDS))
                    .isFalse();
            assertThat(reader.getInputStream().readAllBytes()).hasSize(DOWNLOAD);
        }
        assertThat(hub.process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(hub.process.exitValue()).isEqualTo(ENDED_BY_TERM);
    }

    /** Asks for the agent and reads no more than the head of the answer. */
    private void beginDownload(Socket reader) throws IOException {
        reader.setReceiveBufferSize(4096);
        reader.connect(new InetSocketAddress(hub.address.getHost(), hub.address.getPort()));
        say(
                reader,
                "GET /get/vedette-agent.jar HTTP/1.1\r\nHost: " + hub.address.getAuthority()
                        + "\r\nConnection: close\r\n\r\n");
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = reader.getInputStream().read();
            assertThat(next).as("the head goes on").isNotNegative();
            head.append((char) next);
        }
        assertThat(head).startsWith("HTTP/1.1 200").contains("Content-Length: " + DOWNLOAD);
    }

    private static Path download() {
        try {
            Path file = Files.createTempFile("vedette-download", ".jar");
            file.toFile().deleteOnExit();
            return Files.write(file, new byte[DOWNLOAD]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So that the slow request before this one has been let in. */
    private void answeredAsUsual() {
        assertThat(health().statusCode()).isEqualTo(200);
    }

    private void untilTurnedAway() {
        int answer = health().statusCode();
        while (answer != 503) {
            assertThat(answer).isEqualTo(200);
            answer = health().statusCode();
        }
    }

    private HttpResponse<String> health() {
        return hub.send(hub.to("/health/live"));
    }

    private String head() {
        return "POST /api/v1/pair HTTP/1.1\r\nHost: " + hub.address.getAuthority()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + BODY.length()
                + "\r\n\r\n";
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
