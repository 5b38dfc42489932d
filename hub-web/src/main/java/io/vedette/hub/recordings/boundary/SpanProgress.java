package io.vedette.hub.recordings.boundary;

import io.vedette.hub.recordings.entity.Spans;
import io.vedette.hub.recordings.entity.UploadPhase;
import java.util.Collection;
import java.util.Set;

/**
 * How far the recordings of a time are that were asked for with it.
 *
 * @param waiting of which no byte is here
 * @param moving coming, or being checked
 * @param ended failed, called off, or given up by the edge
 * @param received bytes that are here, of {@code bytes}
 */
public record SpanProgress(long waiting, long moving, long stored, long ended, long received, long bytes) {
    static SpanProgress of(Collection<Spans.State> states) {
        return new SpanProgress(
                count(states, Set.of(UploadPhase.REQUESTED)),
                count(states, Set.of(UploadPhase.UPLOADING, UploadPhase.VERIFYING)),
                count(states, Set.of(UploadPhase.STORED)),
                count(states, Set.of(UploadPhase.FAILED, UploadPhase.CANCELLED, UploadPhase.GONE)),
                states.stream().mapToLong(Spans.State::received).sum(),
                states.stream().mapToLong(Spans.State::bytes).sum());
    }

    private static long count(Collection<Spans.State> states, Set<UploadPhase> phases) {
        return states.stream()
                .filter(state -> phases.contains(state.phase()))
                .mapToLong(Spans.State::uploads)
                .sum();
    }

    long all() {
        return waiting + moving + stored + ended;
    }

    /** More may come. */
    boolean open() {
        return waiting + moving > 0;
    }
}
