package io.vedette.vault.event.sqs;

import static io.vedette.vault.contract.Events.assertFails;
import static io.vedette.vault.contract.Events.fresh;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Amazon answers and the server of the tests cannot be made to. */
class AnswersOfAQueueTest {
    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 400;
    private volatile String code = "";
    private volatile String message = "said the test";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            asked.incrementAndGet();
            byte[] body = "{\"__type\":\"com.amazonaws.sqs#%s\",\"message\":\"%s\"}"
                    .formatted(code, message)
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, QueueDoesNotExist, ABSENT",
        "403, AccessDeniedException, REFUSED",
        "403, SignatureDoesNotMatch, REFUSED",
        "403, InvalidClientTokenId, REFUSED",
        "400, KmsAccessDenied, REFUSED",
        "400, InvalidMessageContents, UNFIT",
        "400, InvalidParameterValue, UNFIT",
        "400, RequestThrottled, THROTTLED",
        "400, OverLimit, THROTTLED",
        "503, ServiceUnavailable, THROTTLED",
        "500, InternalFailure, BROKEN",
        "400, SomethingNew, BROKEN"
    })
    void eachErrorIsOfAKind(int status, String code, Kind kind) {
        this.status = status;
        this.code = code;
        try (EventPublisher testee = open()) {
            EventFault fault = assertFails(kind, () -> testee.publish(fresh()));

            assertThat(fault).hasMessageContaining(status + " " + code).hasNoCause();
        }
    }

    @Test
    void tooLargeHasNoCodeOfItsOwn() {
        code = "InvalidParameterValue";
        message = "One or more parameters are invalid. Reason: Message must be shorter than 262144 bytes.";
        try (EventPublisher testee = open()) {
            assertFails(Kind.TOO_LARGE, () -> testee.publish(fresh()));
        }
    }

    @Test
    void aRefusalIsNotAskedAgainAndABusyQueueIs() {
        try (EventPublisher testee = open()) {
            status = 403;
            code = "AccessDeniedException";
            assertFails(Kind.REFUSED, () -> testee.publish(fresh()));
            assertThat(asked.getAndSet(0)).isEqualTo(1);

            status = 400;
            code = "RequestThrottled";
            assertFails(Kind.THROTTLED, () -> testee.publish(fresh()));
            assertThat(asked.get()).isGreaterThan(1);
        }
    }

    private EventPublisher open() {
        var queue = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/123456789012/queue");
        return SqsPublisher.open(
                new SqsSettings(queue, "eu-central-1", "access", new Secret("secret"), Patience.USUAL),
                InetAddress::isLoopbackAddress);
    }
}
