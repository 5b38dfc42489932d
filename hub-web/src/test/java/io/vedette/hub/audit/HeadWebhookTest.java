package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.platform.config.HubSettings.AuditSettings.Webhook;
import io.vedette.hub.platform.outside.GuardedCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads count as told when the other side says that it took them, and not otherwise. */
class HeadWebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final HttpServer server = server();
    private int answer;

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/heads", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void everyAnswerOfSuccessIsTaken(int status) {
        answer = status;

        assertThatCode(this::send).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 307, 404, 500})
    void everyOtherAnswerIsAFailureThatSaysWhich(int status) {
        answer = status;

        assertThatThrownBy(this::send).isInstanceOf(IOException.class).hasMessageEndingWith("answered " + status);
    }

    private void send() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        URI address = URI.create(
                "http://" + here.getHostAddress() + ":" + server.getAddress().getPort() + "/heads");
        new HeadWebhook(
                        new Webhook(address, new Secret("q8Zr4Lw1Xv6Tb3Ns"), Set.of(here)),
                        new GuardedCall(Set.of(here)))
                .send(List.of(HeadLine.of(NOW, TenantId.fresh(), Link.BEGIN)), NOW);
    }
}
