package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CameraWorkerTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void aSessionThatHangsDoesNotKeepTheAgentFromStopping() throws Exception {
        CameraWorker worker = new CameraWorker("main", this::hang, new Random(1), Duration.ofMillis(50)).start();
        begun.await();

        worker.close();

        assertThat(ended.getCount()).as("the session still hangs").isOne();
    }

    @Test
    void aSessionThatHeedsTheWordIsWaitedFor() throws Exception {
        CameraWorker worker = new CameraWorker("main", this::heed, new Random(1), Duration.ofMinutes(1)).start();
        begun.await();

        worker.close();

        assertThat(ended.getCount()).as("the session is over").isZero();
    }

    @Test
    void aSessionWithoutStackIsFollowedByAnother() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        CameraSession bottomless = stop -> {
            second.countDown();
            throw new StackOverflowError("for the test");
        };
        try (CameraWorker worker = new CameraWorker("main", bottomless, new Random(1)).start()) {
            assertThat(second.await(60, TimeUnit.SECONDS))
                    .as("a second session")
                    .isTrue();
            assertThat(worker).isNotNull();
        }
    }

    private void hang(StreamStop stop) {
        begun.countDown();
        boolean waiting = true;
        while (waiting) {
            try {
                released.await();
                waiting = false;
            } catch (InterruptedException e) {
                // native code does not heed it either
            }
        }
        ended.countDown();
    }

    private void heed(StreamStop stop) {
        begun.countDown();
        while (!stop.due()) {
            Thread.onSpinWait();
        }
        ended.countDown();
    }
}
