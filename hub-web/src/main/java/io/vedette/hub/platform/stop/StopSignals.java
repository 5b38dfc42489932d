package io.vedette.hub.platform.stop;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Hears the signals that end a process before the server does. A shutdown hook would come too late: the virtual machine runs
 * all of them at once, and the server's own cuts every request.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    /** Together with the server's own end (4 s) below the 15 s after which the demo's launcher, and many a supervisor, kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** For sockets: a ping, its answer, and the close. */
    private static final Duration GOODBYE = Duration.ofMillis(500);

    private final AtomicBoolean told = new AtomicBoolean();

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
    private RunningRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private SendQueue sending;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Event<HubStops> stops;

    @PostConstruct
    void listen() {
        for (String name : List.of("TERM", "INT")) {
            hear(new Signal(name));
        }
    }

    private void hear(Signal signal) {
        var servers = new SignalHandler[1];
        servers[0] = Signal.handle(signal, now -> {
            try {
                drain();
            } finally {
                servers[0].handle(now);
            }
        });
    }

    private static String words(int left, long unsent) {
        if (left > 0) {
            return left + " requests are cut";
        }
        return unsent > 0 ? "all requests are answered, not all answers are read" : "all requests are answered";
    }

    private void drain() {
        if (!told.compareAndSet(false, true)) {
            return; // told twice: no more waiting
        }
        LOG.info("stopping: no new work is taken");
        try {
            stops.fire(new HubStops());
            long begun = System.nanoTime();
            int left = requests.drain(PATIENCE);
            long unsent = sending.drain(PATIENCE.minusNanos(System.nanoTime() - begun));
            Thread.sleep(GOODBYE);
            LOG.info("stopping: {}", words(left, unsent));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("stopping without waiting", e);
        }
    }
}
