package io.vedette.e2e.ondemand;

import io.vedette.lab.proxy.Direction;
import io.vedette.lab.proxy.FaultProxy;
import java.time.Duration;

/** Whether next to nothing came from the agent for a while: heartbeats go on. */
final class Quiet {
    static final Duration SPAN = Duration.ofSeconds(1);
    private static final long NEXT_TO_NOTHING = 4096;

    private final FaultProxy proxy;
    private long since = System.nanoTime();
    private long atThatTime;

    Quiet(FaultProxy proxy) {
        this.proxy = proxy;
        this.atThatTime = proxy.received(Direction.TO_SERVER);
    }

    boolean reached() {
        long now = proxy.received(Direction.TO_SERVER);
        if (now - atThatTime > NEXT_TO_NOTHING) {
            since = System.nanoTime();
            atThatTime = now;
        }
        return System.nanoTime() - since >= SPAN.toNanos();
    }
}
