package io.vedette.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastWordsTest {
    private final BlockingQueue<Integer> exits = new LinkedBlockingQueue<>();

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "camera-main");
        thread.setUncaughtExceptionHandler(new LastWords(exits::add));
        return thread;
    }

    @Test
    void aThreadThatDiesEndsTheAgentWithACodeOfItsOwn() throws InterruptedException {
        thread(() -> {
                    throw new OutOfMemoryError("for the test");
                })
                .start();

        assertThat(exits.poll(30, TimeUnit.SECONDS)).isEqualTo(70);
    }

    @Test
    void whoeverWaitsForTheDyingThreadDoesNotWaitForTheEnd() throws InterruptedException {
        Thread dying = new Thread(
                () -> {
                    throw new IllegalStateException("for the test");
                },
                "recorder");
        dying.setUncaughtExceptionHandler(new LastWords(code -> {
            joined(dying); // as closing the recorder does
            exits.add(code);
        }));

        dying.start();

        assertThat(exits.poll(30, TimeUnit.SECONDS)).isEqualTo(70);
    }

    @Test
    void whoeverSpeaksWithTheNetworkEndsNoRecording() {
        assertThat(LastWords.endsTheAgent(new Thread("WebSocketConnectReadThread-7")))
                .isFalse();
        assertThat(LastWords.endsTheAgent(new Thread("uploads"))).isFalse();
        assertThat(LastWords.endsTheAgent(new Thread("recorder"))).isTrue();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
