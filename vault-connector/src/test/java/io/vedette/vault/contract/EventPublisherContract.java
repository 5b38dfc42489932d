package io.vedette.vault.contract;

import static io.vedette.vault.contract.Events.assertFails;
import static io.vedette.vault.contract.Events.fresh;
import static io.vedette.vault.contract.Events.tooLarge;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every broker's publisher must do, against the broker itself behind a gate. Each test has a place of its own, empty at its
 * begin; the tests close what they open.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface EventPublisherContract {
    /** For calls that are meant to end without an answer. */
    Patience LITTLE = new Patience(Duration.ofSeconds(1));

    EventPublisher open(Patience patience);

    /** To a place that nobody has made. */
    EventPublisher openNowhere();

    /** The only way from the publishers to the broker. */
    Gate gate();

    /** What lies in the place, in its order, until each of these has been seen. */
    List<Arrived> arrived(List<OutgoingEvent> events);

    @Test
    default void anEventArrivesWholeWithItsAttributes() {
        OutgoingEvent event = fresh();
        try (EventPublisher testee = open(Patience.USUAL)) {
            testee.publish(event);
        }

        assertThat(arrived(List.of(event)))
                .containsExactly(new Arrived(
                        event.id(),
                        event.key(),
                        event.sequence(),
                        event.contentType(),
                        new String(event.bytes(), UTF_8),
                        event.attributes()));
    }

    @Test
    default void theSameEventAgainIsKnownByItsId() {
        OutgoingEvent event = fresh();
        OutgoingEvent last = fresh();
        try (EventPublisher testee = open(Patience.USUAL)) {
            testee.publish(event);
            testee.publish(event);
            testee.publish(last);
        }

        assertThat(arrived(List.of(event, last)).stream().map(Arrived::id).distinct())
                .containsExactlyInAnyOrder(event.id(), last.id());
    }

    @Test
    default void aCheckPassesAndLeavesNothing() {
        OutgoingEvent event = fresh();
        try (EventPublisher testee = open(Patience.USUAL)) {
            testee.check();
            testee.publish(event);
            testee.check();
        }

        assertThat(arrived(List.of(event))).hasSize(1);
    }

    @Test
    default void aPlaceThatNobodyHasMadeIsAbsentAndIsNotMade() {
        try (EventPublisher nowhere = openNowhere()) {
            assertFails(Kind.ABSENT, () -> nowhere.publish(fresh()));
            assertFails(Kind.ABSENT, () -> nowhere.publish(fresh()));
            assertFails(Kind.ABSENT, nowhere::check);
        }
    }

    @Test
    default void aBrokerThatIsAwayIsBrokenAndPublishingGoesOnWhenItIsBack() throws IOException {
        OutgoingEvent before = fresh();
        OutgoingEvent after = fresh();
        try (EventPublisher testee = open(LITTLE)) {
            sent(testee, before);

            gate().shut();
            assertFails(Kind.BROKEN, () -> testee.publish(after));
            assertFails(Kind.BROKEN, () -> testee.publish(after));
            assertFails(Kind.BROKEN, testee::check);

            gate().open();
            sent(testee, after);
        } finally {
            gate().open();
        }

        assertThat(arrived(List.of(before, after))).extracting(Arrived::id).contains(before.id(), after.id());
    }

    @Test
    default void aBrokerThatSaysNothingIsBrokenAndPublishingGoesOnWhenItSpeaks() throws IOException {
        OutgoingEvent before = fresh();
        OutgoingEvent after = fresh();
        try (EventPublisher testee = open(LITTLE)) {
            sent(testee, before);

            gate().silence();
            assertFails(Kind.BROKEN, () -> testee.publish(after)); // on the way that was open
            assertFails(Kind.BROKEN, () -> testee.publish(after)); // on a new one

            gate().open();
            sent(testee, after);
        } finally {
            gate().open();
        }

        assertThat(arrived(List.of(before, after))).extracting(Arrived::id).contains(before.id(), after.id());
    }

    @Test
    default void whatIsTooLargeIsPoisonAndTheNextOneGoesThrough() {
        OutgoingEvent small = fresh();
        try (EventPublisher testee = open(Patience.USUAL)) {
            assertFails(Kind.TOO_LARGE, () -> testee.publish(tooLarge()));
            testee.publish(small);
        }

        assertThat(Kind.TOO_LARGE.poison()).isTrue();
        assertThat(arrived(List.of(small))).extracting(Arrived::id).containsExactly(small.id());
    }

    /** As an outbox does it: again, while waiting may help. */
    private static void sent(EventPublisher to, OutgoingEvent event) {
        for (int tries = 1; ; tries++) {
            try {
                to.publish(event);
                return;
            } catch (EventFault fault) {
                if (!fault.kind().passing() || tries == 20) {
                    throw fault;
                }
            }
        }
    }
}
