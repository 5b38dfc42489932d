package io.vedette.hub.kerberos;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong keys by who shows them. Nobody guesses 256 random bits: this keeps somebody with wrong ones, which agents show every few
 * seconds for as long as they live, from costing more than an answer. Right ones pass beside it, from an address that has shown some
 * lately. Any thread.
 */
@Singleton
public class WrongKeys {
    static final int MOST = 60;
    /** Lines in the log in a minute: there are more addresses than a disk has room for lines. */
    static final int MOST_TOLD = 20;

    private static final Logger LOG = LoggerFactory.getLogger(WrongKeys.class);
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final long LATELY = TimeUnit.MINUTES.toNanos(10);
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Count> wrong = new LinkedHashMap<>();
    private final Map<String, Long> right = new LinkedHashMap<>();
    private @Nullable Count told;

    private record Count(long since, int times) {
        /** One more: within the same minute, or the first of another. */
        static Count next(@Nullable Count before, long now) {
            return before == null || now - before.since() > WINDOW
                    ? new Count(now, 1)
                    : new Count(before.since(), before.times() + 1);
        }
    }

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
        Count after = Count.next(wrong.get(asker), now);
        remember(wrong, asker, after);
        if (after.times() == 1) {
            tell(asker, now);
        }
        return after.times() > MOST;
    }

    /** What this address shows was right. */
    synchronized void right(String asker) {
        remember(right, asker, nanos.getAsLong());
    }

    /** Whether what it shows is not even looked at: too much was wrong within a minute, and nothing was right lately. */
    synchronized boolean shutOut(String asker) {
        long now = nanos.getAsLong();
        Count count = wrong.get(asker);
        Long seen = right.get(asker);
        return count != null
                && now - count.since() <= WINDOW
                && count.times() > MOST
                && (seen == null || now - seen > LATELY);
    }

    /** How many lines it has written in this minute. */
    synchronized int told() {
        return told == null ? 0 : Math.min(told.times(), MOST_TOLD);
    }

    private void tell(String asker, long now) {
        told = Count.next(told, now);
        if (told.times() <= MOST_TOLD) {
            LOG.info("{} shows keys that are wrong, turned off or unknown", asker);
        }
    }

    /** Those that were not seen for the longest time are forgotten. */
    private static <T> void remember(Map<String, T> among, String asker, T what) {
        among.remove(asker);
        among.put(asker, what);
        if (among.size() > REMEMBERED) {
            among.remove(among.keySet().iterator().next());
        }
    }
}
