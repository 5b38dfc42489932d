package io.vedette.vault.event.sqs;

import static io.vedette.vault.contract.Events.assertFails;
import static io.vedette.vault.contract.Events.event;
import static io.vedette.vault.contract.Events.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.contract.Arrived;
import io.vedette.vault.contract.EventOrderContract;
import io.vedette.vault.contract.EventPublisherContract;
import io.vedette.vault.contract.Gate;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqsPublisherTest {
    private static QueueServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new QueueServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    abstract static class InQueue implements EventPublisherContract {
        private final boolean fifo;
        private String queue;

        InQueue(boolean fifo) {
            this.fifo = fifo;
        }

        @BeforeEach
        void make() {
            queue = server.queue(fifo);
        }

        @Override
        public EventPublisher open(Patience patience) {
            return SqsPublisher.open(server.settings(queue, patience), address -> true);
        }

        @Override
        public EventPublisher openNowhere() {
            return SqsPublisher.open(
                    server.settings(fifo ? "nowhere.fifo" : "nowhere", Patience.USUAL), address -> true);
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
        void whatIsNoTextIsPoison() {
            var bytes = new OutgoingEvent("id", "gate", "1", "video/mp4", new byte[] {(byte) 0xff, 0}, Map.of());
            try (EventPublisher testee = open(Patience.USUAL)) {
                assertFails(Kind.UNFIT, () -> testee.publish(bytes));
                assertFails(Kind.UNFIT, () -> testee.publish(event("gate", 1, "\u0001")));
            }
        }

        @Test
        void anAddressThatIsNotAllowedIsNotAsked() {
            try (EventPublisher testee = SqsPublisher.open(
                    server.settings(queue, Patience.USUAL), address -> !address.isLoopbackAddress())) {
                assertFails(Kind.BROKEN, () -> testee.publish(fresh()));
                assertThatThrownBy(testee::check).rootCause().hasMessageContaining("may not be reached from here");
            }
        }
    }

    @Nested
    class Fifo extends InQueue implements EventOrderContract {
        Fifo() {
            super(true);
        }

        @Test
        void theSameEventAgainArrivesOnce() {
            OutgoingEvent event = fresh();
            OutgoingEvent last = fresh();
            try (EventPublisher testee = open(Patience.USUAL)) {
                testee.publish(event);
                testee.publish(event);
                testee.publish(last);
            }

            assertThat(arrived(List.of(last))).extracting(Arrived::id).containsExactly(event.id(), last.id());
        }
    }

    @Nested
    class Standard extends InQueue {
        Standard() {
            super(false);
        }
    }
}
