package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path home;

    @Test
    void eventsWaitInOrderUntilTheyAreAcknowledged() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Outbox outbox = spool.outbox();
            outbox.append(new EventBody.CameraLost("unplugged"), NOON);
            outbox.append(new EventBody.CameraBack(), NOON.plusSeconds(5));
            outbox.append(new EventBody.CameraLost("again"), NOON.plusSeconds(9));

            outbox.acknowledged(1);

            assertThat(outbox.pending(0, 10)).extracting(FromAgent.Event::seq).containsExactly(2L, 3L);
            assertThat(outbox.pending(2, 10))
                    .extracting(FromAgent.Event::body)
                    .containsExactly(new EventBody.CameraLost("again"));
            assertThat(outbox.pending(0, 1)).hasSize(1);
        }
    }

    @Test
    void theNumbersGoOnAfterARestartEvenWhenAllIsAcknowledged() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().append(new EventBody.CameraBack(), NOON);
            spool.outbox().acknowledged(1);
        }
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.outbox().lastSeq()).isEqualTo(1);
            assertThat(spool.outbox().append(new EventBody.CameraBack(), NOON)).isEqualTo(2);
        }
    }

    @Test
    void anEventKeepsItsIdAndTimeOverARestart() {
        FromAgent.Event before;
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().append(new EventBody.CameraBack(), NOON.plusNanos(123));
            before = spool.outbox().pending(0, 1).getFirst();
        }
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.outbox().pending(0, 1)).containsExactly(before);
        }
    }

    @Test
    void anIndexBegunAnewNumbersOnFromWhatTheHubHas() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Outbox outbox = spool.outbox();
            outbox.append(new EventBody.CameraLost("one"), NOON);
            outbox.append(new EventBody.CameraBack(), NOON);

            outbox.acknowledged(40);

            assertThat(outbox.pending(0, 10)).extracting(FromAgent.Event::seq).containsExactly(41L, 42L);
            assertThat(outbox.append(new EventBody.CameraBack(), NOON)).isEqualTo(43);
        }
    }

    @Test
    void thatTheCameraIsLostIsKeptOverARestartEvenWhenTheHubHasTheEvent() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.outbox().cameraIsLost()).isFalse();
            spool.outbox().append(new EventBody.CameraLost("unplugged"), NOON);
            spool.outbox().acknowledged(1);
        }
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.outbox().cameraIsLost()).isTrue();
            spool.outbox().append(new EventBody.CameraBack(), NOON);
            assertThat(spool.outbox().cameraIsLost()).isFalse();
        }
    }

    @Test
    void whoListensHearsOfEachAppend() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            AtomicInteger heard = new AtomicInteger();
            spool.outbox().onAppended(heard::incrementAndGet);

            spool.outbox().append(new EventBody.CameraBack(), NOON);
            spool.outbox().append(new EventBody.CameraBack(), NOON);

            assertThat(heard).hasValue(2);
        }
    }
}
