package io.vedette.agent.camera;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Ends a stream from outside: when the agent stops, or when the camera was silent for too long. Any thread. */
public final class StreamStop {
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(10);

    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicLong heardAt = new AtomicLong(System.nanoTime());

    public void ask() {
        asked.set(true);
    }

    public boolean asked() {
        return asked.get();
    }

    /** The camera said something, or is about to be asked something. */
    public void heard() {
        heardAt.set(System.nanoTime());
    }

    /** True when whoever waits for the camera should wait no longer. */
    public boolean due() {
        return asked.get() || System.nanoTime() - heardAt.get() > SILENCE;
    }
}
