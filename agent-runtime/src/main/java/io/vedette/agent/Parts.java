package io.vedette.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, stopped from the last to the first. */
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<Part> parts = new ArrayDeque<>();

    private record Part(String name, AutoCloseable closing) {}

    void push(String name, AutoCloseable part) {
        parts.push(new Part(name, part));
    }

    synchronized void close() {
        while (!parts.isEmpty()) {
            Part last = parts.pop();
            closed(last.name(), last.closing());
        }
    }

    /** One part that cannot be closed must not keep the others from it. */
    static void closed(String name, AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("the {} does not close", name, e);
        }
    }
}
