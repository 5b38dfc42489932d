package io.vedette.hub.retention;

import io.vedette.hub.retention.Stock.Behind;
import io.vedette.hub.retention.Stock.Stored;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Recordings that may go, the oldest first, fetched as they are asked for: mostly only some are needed. */
final class OldestFirst implements Iterator<Stored> {
    static final int AT_ONCE = 500;

    private final Function<Behind, List<Stored>> fetch;
    private final Deque<Stored> page = new ArrayDeque<>();
    private Behind last = Behind.NOTHING;
    private boolean more = true;

    /** @param fetch {@link #AT_ONCE} of them, behind one */
    OldestFirst(Function<Behind, List<Stored>> fetch) {
        this.fetch = fetch;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && more) {
            List<Stored> next = fetch.apply(last);
            page.addAll(next);
            more = next.size() == AT_ONCE;
            if (!next.isEmpty()) {
                last = Behind.of(next.getLast());
            }
        }
        return !page.isEmpty();
    }

    @Override
    public Stored next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no recording is left");
        }
        return page.removeFirst();
    }
}
