package io.vedette.hub.recordings.control;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file were sent, however often and in whatever order. One thread at a time. */
final class SentBytes {
    private final TreeMap<Long, Long> spans = new TreeMap<>(); // begin to end, the end not included; they never touch

    void add(long begin, long end) {
        long from = begin;
        long to = end;
        for (Map.Entry<Long, Long> near = spans.floorEntry(to);
                near != null && near.getValue() >= from;
                near = spans.floorEntry(to)) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            spans.remove(near.getKey());
        }
        spans.put(from, to);
    }

    long count() {
        return spans.entrySet().stream()
                .mapToLong(span -> span.getValue() - span.getKey())
                .sum();
    }

    /**
     * What the bytes are of the recording.
     *
     * @param seconds how much of it, each once; a second that was begun is one
     * @param from how far into it the first byte lies
     * @param to and the last
     */
    record Share(long seconds, long bytes, Duration from, Duration to) {}

    /** By the share of bytes: fragments differ in size, so a span can be off by about a fragment. */
    Share of(long size, Duration length) {
        long bytes = count();
        return new Share(
                Math.max(1, Math.ceilDiv(part(bytes, size, length), 1000)),
                bytes,
                Duration.ofMillis(part(spans.firstKey(), size, length)),
                Duration.ofMillis(part(spans.lastEntry().getValue(), size, length)));
    }

    private static long part(long bytes, long size, Duration length) {
        return Math.round((double) bytes / Math.max(1, size) * length.toMillis());
    }
}
