package io.vedette.hub.analysis.entity;

import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.Marker;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;

/** A {@link Marker} of a run. */
@Entity
@Table(name = "marker")
@IdClass(MarkerRow.Key.class)
public class MarkerRow extends OfRecording {
    @Id
    @Column(name = "run_id")
    private String run = "";

    @Id
    private int number;

    @Column(nullable = false, updatable = false)
    private String name = "";

    @Column(name = "value", nullable = false, updatable = false)
    private String said = "";

    @Column(nullable = false, updatable = false)
    private double confidence;

    @Column(name = "from_ms", nullable = false, updatable = false)
    private long fromMs;

    @Column(name = "to_ms", nullable = false, updatable = false)
    private long toMs;

    @Column(nullable = false, updatable = false, columnDefinition = "text[]")
    private String[] labels = {};

    /** Within one tenant's session these are enough. */
    public record Key(UUID recording, String run, int number) implements Serializable {}

    protected MarkerRow() {}

    /** @param number its place in the run, from 0 */
    public MarkerRow(RecordingRef of, RunId run, int number, Marker marker) {
        super(of);
        this.run = run.value();
        this.number = number;
        this.name = marker.name().value();
        this.said = marker.value();
        this.confidence = marker.confidence().value();
        this.fromMs = marker.span().fromMs();
        this.toMs = marker.span().toMs();
        this.labels = marker.labels().stream().map(Label::value).toArray(String[]::new);
    }

    public RunId run() {
        return new RunId(run);
    }

    public Marker marker() {
        return new Marker(
                new Label(name),
                said,
                new Confidence(confidence),
                new Span(fromMs, toMs),
                Arrays.stream(labels).map(Label::new).toList());
    }
}
