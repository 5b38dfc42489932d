package io.vedette.hub.analysis.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.entity.AnalysisRows;
import io.vedette.hub.analysis.entity.AnalysisRun;
import io.vedette.hub.analysis.entity.DetectionRow;
import io.vedette.hub.analysis.entity.MarkerRow;
import io.vedette.hub.analysis.entity.RecordingLabel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Keeps what an engine found in a recording. Within the transaction of somebody who holds the recording's row: two posts at once
 * come one after the other.
 */
@Singleton
public class KeepAnalysis {
    /** With findings, in one recording. */
    static final int MOST_ENGINES = 10;
    /** Replaced ones of one engine that are known again when they are posted late. */
    static final int REMEMBERED = 20;

    private final AnalysisRows rows;
    private final Clock clock;

    @Inject
    public KeepAnalysis(AnalysisRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Kept(AnalysisRun run) implements Outcome {}

        /** The same was posted before, and may have been replaced since: nothing changed. */
        record KeptBefore(AnalysisRun run) implements Outcome {}

        /** A run of that name said something else. */
        record OtherContent() implements Outcome {}

        /** Other engines have their say about this recording already. */
        record TooManyEngines() implements Outcome {}
    }

    /** The last run of the same engine makes way for this one. */
    public Outcome keep(Viewer by, RecordingRef of, Analysis analysis) {
        TenantId tenant = by.tenant();
        List<AnalysisRun> before = rows.runs(tenant, of);
        for (AnalysisRun one : before) {
            if (one.run().equals(analysis.run())) {
                return one.says(analysis) ? new Outcome.KeptBefore(one) : new Outcome.OtherContent();
            }
        }
        String engine = analysis.engine().name();
        long others = before.stream()
                .filter(one -> !one.replaced() && !one.engine().name().equals(engine))
                .count();
        if (others >= MOST_ENGINES) {
            return new Outcome.TooManyEngines();
        }
        Instant now = clock.instant();
        makeWay(tenant, of, engine, before, now);
        return new Outcome.Kept(add(by, of, analysis, now));
    }

    private void makeWay(TenantId tenant, RecordingRef of, String engine, List<AnalysisRun> before, Instant now) {
        List<AnalysisRun> same = before.stream()
                .filter(one -> one.engine().name().equals(engine))
                .toList();
        same.stream().filter(one -> !one.replaced()).forEach(one -> {
            one.replace(now);
            rows.forgetFindings(tenant, of, one.run());
        });
        rows.forgetLabels(tenant, of, engine);
        same.stream().skip(REMEMBERED).forEach(one -> rows.forget(tenant, one));
    }

    private AnalysisRun add(Viewer by, RecordingRef of, Analysis analysis, Instant now) {
        TenantId tenant = by.tenant();
        var run = new AnalysisRun(of, analysis, by.subject(), now);
        rows.add(tenant, run);
        int number = 0;
        for (var detection : analysis.detections()) {
            rows.add(tenant, new DetectionRow(of, run.run(), number++, detection));
        }
        number = 0;
        for (var marker : analysis.markers()) {
            rows.add(tenant, new MarkerRow(of, run.run(), number++, marker));
        }
        analysis.labels()
                .forEach((label, confidence) -> rows.add(
                        tenant, new RecordingLabel(of, analysis.engine().name(), label, confidence)));
        return run;
    }
}
