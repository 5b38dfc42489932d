package io.vedette.agent;

import java.util.Set;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a thread dies without which nothing is recorded, an agent would live on and seem well. So the whole of it ends, and
 * whoever watches over it starts it again; what was being recorded is closed, now or at the next start. Other threads, those
 * that speak with the network among them, must not be able to end recording: their death is said in the log.
 */
final class LastWords implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

    /** Names of threads. */
    static final Set<String> RECORDING = Set.of("camera-main", "camera-sub", "recorder");

    private final IntConsumer exit;

    /** @param exit ends the process; called on a thread of its own, so that nobody who waits for the dying one waits in vain */
    LastWords(IntConsumer exit) {
        this.exit = exit;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (endsTheAgent(thread)) {
            LOG.error("the thread {} died, and the agent ends with it", thread.getName(), fault);
            Thread.ofPlatform().name("last words").start(() -> exit.accept(ExitCode.BROKEN.number()));
        } else {
            LOG.error("the thread {} died", thread.getName(), fault);
        }
    }

    static boolean endsTheAgent(Thread thread) {
        return RECORDING.contains(thread.getName());
    }
}
