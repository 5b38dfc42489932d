package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
            send(outbox);

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
            send(spool.outbox());
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
    void anIndexBegunAnewLosesNothingWhenItHasMoreEventsThanTheHubEverHad() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Outbox outbox = spool.outbox();
            for (int i = 0; i < 5; i++) {
                outbox.append(new EventBody.CameraLost("number " + i), NOON);
            }

            outbox.acknowledged(3);

            assertThat(outbox.pending(0, 10)).extracting(FromAgent.Event::seq).containsExactly(4L, 5L, 6L, 7L, 8L);
            assertThat(outbox.pending(0, 1))
                    .extracting(FromAgent.Event::body)
                    .containsExactly(new EventBody.CameraLost("number 0"));
        }
    }

    @Test
    void anIndexFromACopyNumbersOnAndWhatMayHaveLeftBeforeGetsANewId() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Outbox outbox = spool.outbox();
            outbox.append(new EventBody.CameraLost("sent"), NOON);
            FromAgent.Event sent = send(outbox).getFirst();
            outbox.append(new EventBody.CameraBack(), NOON);
            FromAgent.Event waits = outbox.pending(1, 1).getFirst();

            outbox.acknowledged(7); // the hub heard six more than this index knows of

            var numbered = outbox.pending(0, 10);
            assertThat(numbered).extracting(FromAgent.Event::seq).containsExactly(8L, 9L);
            assertThat(numbered.getFirst().id()).isNotEqualTo(sent.id());
            assertThat(numbered.getFirst().body()).isEqualTo(sent.body());
            assertThat(numbered.getLast().id()).isEqualTo(waits.id());
        }
        assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();
    }

    @Test
    void whatMayHaveLeftIsKnownAfterARestart() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().append(new EventBody.CameraLost("one"), NOON);
            spool.outbox().append(new EventBody.CameraBack(), NOON);
            send(spool.outbox());
        }
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().acknowledged(2); // the answer that was lost comes with the next welcome

            assertThat(spool.outbox().pending(0, 10)).isEmpty();
        }
    }

    private static List<FromAgent.Event> send(Outbox outbox) {
        return outbox.toSend(0, 100);
    }

    @Test
    void thatTheCameraIsLostIsKeptOverARestartEvenWhenTheHubHasTheEvent() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.outbox().cameraIsLost()).isFalse();
            spool.outbox().append(new EventBody.CameraLost("unplugged"), NOON);
            send(spool.outbox());
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
