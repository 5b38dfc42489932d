package io.vedette.hub.retention;

import io.vedette.hub.analysis.Label;
import jakarta.persistence.TypedQuery;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some of the recordings, by what programs saw in them; a condition for the database, which need not list them for it.
 *
 * @param with those that have one of these labels; empty: whatever they have
 * @param without and none of these
 */
record Which(Set<Label> with, Set<Label> without, Looked looked) {
    static final Which UNSEEN = new Which(Set.of(), Set.of(), Looked.UNSEEN);

    private static final String OF_RECORDING =
            " x where x.tenant = r.tenant and x.camera = r.camera and x.startedAt = r.startedAt and x.recording = r.id";
    private static final String LABEL = "exists (select 1 from RecordingLabel" + OF_RECORDING;
    private static final String RUN = "exists (select 1 from AnalysisRun" + OF_RECORDING + ")";

    Which {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
    }

    enum Looked {
        ANY,
        /** A program looked and saw nothing. */
        UNSEEN,
        /** All but those. */
        NOT_UNSEEN
    }

    static Which with(Set<Label> labels) {
        return new Which(labels, Set.of(), Looked.ANY);
    }

    static Which without(Set<Label> labels) {
        return new Which(Set.of(), labels, Looked.ANY);
    }

    /**
     * To stand behind a condition on a recording {@code r}.
     *
     * @param mark tells its parameters from those of others in the same query
     */
    String condition(int mark) {
        return (with.isEmpty() ? "" : " and " + LABEL + " and x.label in :with" + mark + ")")
                + (without.isEmpty() ? "" : " and not " + LABEL + " and x.label in :without" + mark + ")")
                + switch (looked) {
                    case ANY -> "";
                    case UNSEEN -> " and " + RUN + " and not " + LABEL + ")";
                    case NOT_UNSEEN -> " and (not " + RUN + " or " + LABEL + "))";
                };
    }

    void set(TypedQuery<?> query, int mark) {
        if (!with.isEmpty()) {
            var unused = query.setParameter("with" + mark, words(with));
        }
        if (!without.isEmpty()) {
            var unused = query.setParameter("without" + mark, words(without));
        }
    }

    private static Set<String> words(Set<Label> labels) {
        return labels.stream().map(Label::value).collect(Collectors.toSet());
    }
}
