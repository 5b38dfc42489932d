package io.vedette.hub.analysis.entity;

import io.vedette.hub.access.Subject;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.Engine;
import io.vedette.hub.analysis.Fingerprint;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.RunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of an engine over a recording. It outlives what it found when a later run replaces it. */
@Entity
@Table(name = "analysis_run")
@IdClass(AnalysisRun.Key.class)
public class AnalysisRun extends OfRecording {
    @Id
    @Column(name = "run_id")
    private String run = "";

    @Column(nullable = false, updatable = false)
    private String engine = "";

    @Column(name = "engine_version", nullable = false, updatable = false)
    private String engineVersion = "";

    @Column(nullable = false, updatable = false)
    private String fingerprint = "";

    @Column(nullable = false, updatable = false)
    private int detections;

    @Column(nullable = false, updatable = false)
    private int markers;

    @Column(name = "posted_at", nullable = false, updatable = false)
    private Instant postedAt = Instant.EPOCH;

    @Column(name = "posted_by", nullable = false, updatable = false)
    private String postedBy = "";

    @Column(name = "replaced_at")
    private @Nullable Instant replacedAt;

    /** Within one tenant's session these two are enough. */
    public record Key(UUID recording, String run) implements Serializable {}

    protected AnalysisRun() {}

    public AnalysisRun(RecordingRef of, Analysis analysis, Subject by, Instant now) {
        super(of);
        this.run = analysis.run().value();
        this.engine = analysis.engine().name();
        this.engineVersion = analysis.engine().version();
        this.fingerprint = Fingerprint.of(analysis).hex();
        this.detections = analysis.detections().size();
        this.markers = analysis.markers().size();
        this.postedAt = now;
        this.postedBy = by.value();
    }

    public RunId run() {
        return new RunId(run);
    }

    public Engine engine() {
        return new Engine(engine, engineVersion);
    }

    public boolean says(Analysis analysis) {
        return fingerprint.equals(Fingerprint.of(analysis).hex());
    }

    public int detections() {
        return detections;
    }

    public int markers() {
        return markers;
    }

    public Instant postedAt() {
        return postedAt;
    }

    /** Whether a later run of the same engine took the place of what this one found. */
    public boolean replaced() {
        return replacedAt != null;
    }

    public void replace(Instant now) {
        this.replacedAt = now;
    }
}
