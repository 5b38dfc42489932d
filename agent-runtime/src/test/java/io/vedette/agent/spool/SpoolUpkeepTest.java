package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolUpkeepTest {
    @TempDir
    Path home;

    @Test
    void itGivesUpWhatOthersNeedEvenAfterADiskThatCouldNotBeMeasured() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Surroundings.Room room = folder -> {
            if (asked.get() == 0) {
                return Long.MAX_VALUE;
            }
            if (asked.getAndIncrement() == 1) {
                throw new IOException("not now");
            }
            return 0;
        };
        Surroundings around =
                new Surroundings(Clock.systemUTC(), System::nanoTime, Durability.DISK, room, Surroundings::javasSha256);
        SpoolBudget budget = new SpoolBudget(Long.MAX_VALUE, Duration.ZERO, 1000);
        try (Spool spool = Spool.open(home, budget, around, false)) {
            RecordingClosed stored = Clips.tiny().keep(spool);
            spool.stored(stored.recording());
            CountDownLatch told = new CountDownLatch(1);
            spool.outbox().onAppended(told::countDown);
            asked.set(1);

            try (SpoolUpkeep upkeep = SpoolUpkeep.every(spool, Duration.ofMillis(1))) {
                assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            }

            assertThat(asked.get()).isGreaterThan(2);
            assertThat(spool.find(stored.recording())).isEmpty();
        }
    }
}
