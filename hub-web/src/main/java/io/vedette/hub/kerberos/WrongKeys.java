package io.vedette.hub.kerberos;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong keys by who shows them. Nobody guesses 256 random bits: this keeps somebody with wrong ones, which agents show every few
 * seconds for as long as they live, from costing more than an answer. Right ones pass beside it. Any thread.
 */
@Singleton
public class WrongKeys {
    private static final Logger LOG = LoggerFactory.getLogger(WrongKeys.class);
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 60;
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private record Count(long since, int wrong) {}

    @Inject
    WrongKeys() {
        this(System::nanoTime);
    }

    WrongKeys(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One more from this address. Whether there were so many within a minute that they are told to come later. */
    synchronized boolean tooMany(String asker) {
        long now = nanos.getAsLong();
        Count before = counts.remove(asker);
        Count after = before == null || now - before.since() > WINDOW
                ? new Count(now, 1)
                : new Count(before.since(), before.wrong() + 1);
        counts.put(asker, after);
        if (counts.size() > REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
        if (after.wrong() == 1) {
            LOG.info("{} shows keys that are wrong, turned off or unknown", asker);
        }
        return after.wrong() > MOST;
    }
}
