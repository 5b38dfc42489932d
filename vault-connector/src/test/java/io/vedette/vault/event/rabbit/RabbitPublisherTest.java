package io.vedette.vault.event.rabbit;

import static io.vedette.vault.contract.Events.assertFails;
import static io.vedette.vault.contract.Events.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.vault.contract.Arrived;
import io.vedette.vault.contract.EventOrderContract;
import io.vedette.vault.contract.EventPublisherContract;
import io.vedette.vault.contract.Gate;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitPublisherTest implements EventPublisherContract, EventOrderContract {
    private static @Nullable RabbitServer server;
    private String queue;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        assumeTrue(RabbitServer.installed(), "RabbitMQ is not installed (Debian: rabbitmq-server)");
        server = new RabbitServer(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void make() throws IOException {
        queue = server.queue(Map.of());
    }

    @Override
    public EventPublisher open(Patience patience) {
        return RabbitPublisher.open(server.settings(queue, "stored", patience), address -> true);
    }

    @Override
    public EventPublisher openNowhere() {
        return RabbitPublisher.open(server.settings("nowhere", "stored", Patience.USUAL), address -> true);
    }

    @Override
    public Gate gate() {
        return server.gate();
    }

    @Override
    public List<Arrived> arrived(List<OutgoingEvent> events) {
        return server.read(queue, events);
    }

    @Test
    void whatNoQueueGetsIsAbsentAndTheChannelGoesOn() {
        try (EventPublisher testee =
                RabbitPublisher.open(server.settings(queue, "nobody listens", Patience.USUAL), address -> true)) {
            testee.check(); // the exchange is there
            assertFails(Kind.ABSENT, () -> testee.publish(fresh()));
            assertFails(Kind.ABSENT, () -> testee.publish(fresh()));
        }
    }

    @Test
    void theDefaultExchangeLeadsToAQueueByItsName() {
        OutgoingEvent event = fresh();
        try (EventPublisher testee = RabbitPublisher.open(server.settings("", queue, Patience.USUAL), address -> true);
                EventPublisher nowhere =
                        RabbitPublisher.open(server.settings("", "nowhere", Patience.USUAL), address -> true)) {
            testee.check();
            testee.publish(event);
            assertFails(Kind.ABSENT, nowhere::check);
        }

        assertThat(arrived(List.of(event))).hasSize(1);
    }

    @Test
    void aQueueThatIsFullIsThrottledUntilThereIsRoom() throws IOException {
        String full = server.queue(Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
        OutgoingEvent first = fresh();
        OutgoingEvent second = fresh();
        try (EventPublisher testee =
                RabbitPublisher.open(server.settings(full, "stored", Patience.USUAL), address -> true)) {
            testee.publish(first);
            assertFails(Kind.THROTTLED, () -> testee.publish(second));

            server.read(full, List.of(first));
            testee.publish(second);
        }

        assertThat(server.read(full, List.of(second))).hasSize(1);
    }

    /** RabbitMQ takes one event of each connection before it says so. */
    @Test
    void aBrokerWithoutMemoryIsThrottledUntilItHasSome() throws Exception {
        OutgoingEvent after = fresh();
        try (EventPublisher testee = open(new Patience(Duration.ofSeconds(5)))) {
            server.memory(false);
            try {
                assertFails(Kind.THROTTLED, () -> {
                    for (int i = 0; i < 10; i++) {
                        testee.publish(fresh());
                    }
                });
            } finally {
                server.memory(true);
            }
            testee.publish(after);
        }

        assertThat(arrived(List.of(after))).extracting(Arrived::id).contains(after.id());
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (EventPublisher wrong = RabbitPublisher.open(
                server.settings(queue, "stored", "not the secret", Patience.USUAL), address -> true)) {
            assertFails(Kind.REFUSED, () -> wrong.publish(fresh()));
            assertFails(Kind.REFUSED, wrong::check);
        }
    }

    @Test
    void anAddressThatIsNotAllowedIsNotAsked() {
        try (EventPublisher testee = RabbitPublisher.open(
                server.settings(queue, "stored", Patience.USUAL), address -> !address.isLoopbackAddress())) {
            assertFails(Kind.BROKEN, () -> testee.publish(fresh()));
            assertThatThrownBy(testee::check).rootCause().hasMessageContaining("may not be reached from here");
        }
    }
}
