package io.vedette.vault.event.rabbit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One piece of work at a time, in the order of asking, and none waited for longer than its time: the client's writes know no
 * limit of their own.
 */
final class Turn implements AutoCloseable {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("vedette-rabbit-turn").factory());

    /** @param cut ends the work from outside, when its time is up */
    void take(Callable<?> work, Duration total, Runnable cut)
            throws ExecutionException, TimeoutException, InterruptedException {
        var begun = new Begun(work);
        Future<?> turn = worker.submit(begun);
        boolean done = false;
        try {
            var unused = turn.get(total.toNanos(), TimeUnit.NANOSECONDS);
            done = true;
        } catch (ExecutionException e) {
            done = true;
            throw e;
        } finally {
            if (!done) {
                var unused = turn.cancel(false); // if its turn has not come, it never does
                if (begun.yes) {
                    cut.run();
                }
            }
        }
    }

    private static final class Begun implements Callable<Object> {
        private final Callable<?> work;
        private volatile boolean yes;

        Begun(Callable<?> work) {
            this.work = work;
        }

        @Override
        public Object call() throws Exception {
            yes = true;
            var unused = work.call();
            return this;
        }
    }

    @Override
    public void close() {
        var unused = worker.shutdownNow();
    }
}
