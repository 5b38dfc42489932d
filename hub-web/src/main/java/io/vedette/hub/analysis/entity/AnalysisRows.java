package io.vedette.hub.analysis.entity;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.util.List;

/** The rows of one recording, to be changed by whoever holds the recording's row. */
@Singleton
public class AnalysisRows {
    private static final String OF_RECORDING =
            " x where x.tenant = :tenant and x.camera = :camera and x.startedAt = :at and x.recording = :recording";

    private static final String RUNS = "select x from AnalysisRun" + OF_RECORDING + " order by x.postedAt desc, x.run";
    private static final List<String> DROP_FINDINGS = List.of(
            "delete from DetectionRow" + OF_RECORDING + " and x.run = :run",
            "delete from MarkerRow" + OF_RECORDING + " and x.run = :run");
    private static final String DROP_LABELS = "delete from RecordingLabel" + OF_RECORDING + " and x.engine = :engine";

    private final TenantWork work;

    @Inject
    public AnalysisRows(TenantWork work) {
        this.work = work;
    }

    @Produces
    static Entities entities() {
        return Entities.of(AnalysisRun.class, DetectionRow.class, MarkerRow.class, RecordingLabel.class);
    }

    /** All that were posted, the latest first. */
    public List<AnalysisRun> runs(TenantId tenant, RecordingRef of) {
        return work.entities(tenant)
                .createQuery(RUNS, AnalysisRun.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", of.camera().value())
                .setParameter("at", of.startedAt())
                .setParameter("recording", of.id().value())
                .getResultList();
    }

    public void add(TenantId tenant, OfRecording row) {
        work.entities(tenant).persist(row);
    }

    /** Takes away what a run found; the run stays. */
    public void forgetFindings(TenantId tenant, RecordingRef of, RunId run) {
        for (String findings : DROP_FINDINGS) {
            drop(tenant, of, findings).setParameter("run", run.value()).executeUpdate();
        }
    }

    public void forgetLabels(TenantId tenant, RecordingRef of, String engine) {
        drop(tenant, of, DROP_LABELS).setParameter("engine", engine).executeUpdate();
    }

    public void forget(TenantId tenant, AnalysisRun run) {
        work.entities(tenant).remove(run);
    }

    private Query drop(TenantId tenant, RecordingRef of, String rows) {
        return work.entities(tenant)
                .createQuery(rows)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", of.camera().value())
                .setParameter("at", of.startedAt())
                .setParameter("recording", of.id().value());
    }
}
