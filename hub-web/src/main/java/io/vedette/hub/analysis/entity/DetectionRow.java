package io.vedette.hub.analysis.entity;

import io.vedette.hub.analysis.Box;
import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Detection;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Detection} of a run. */
@Entity
@Table(name = "detection")
@IdClass(DetectionRow.Key.class)
public class DetectionRow extends OfRecording {
    @Id
    @Column(name = "run_id")
    private String run = "";

    @Id
    private int number;

    @Column(nullable = false, updatable = false)
    private String label = "";

    @Column(nullable = false, updatable = false)
    private double confidence;

    @Column(name = "from_ms", nullable = false, updatable = false)
    private long fromMs;

    @Column(name = "to_ms", nullable = false, updatable = false)
    private long toMs;

    @Column(name = "box_at_ms", updatable = false)
    private @Nullable Long boxAtMs;

    @Column(name = "box_x", updatable = false)
    private @Nullable Double boxX;

    @Column(name = "box_y", updatable = false)
    private @Nullable Double boxY;

    @Column(name = "box_width", updatable = false)
    private @Nullable Double boxWidth;

    @Column(name = "box_height", updatable = false)
    private @Nullable Double boxHeight;

    /** Within one tenant's session these are enough. */
    public record Key(UUID recording, String run, int number) implements Serializable {}

    protected DetectionRow() {}

    /** @param number its place in the run, from 0 */
    public DetectionRow(RecordingRef of, RunId run, int number, Detection detection) {
        super(of);
        this.run = run.value();
        this.number = number;
        this.label = detection.label().value();
        this.confidence = detection.confidence().value();
        this.fromMs = detection.span().fromMs();
        this.toMs = detection.span().toMs();
        detection.box().ifPresent(box -> {
            this.boxAtMs = box.atMs();
            this.boxX = box.x();
            this.boxY = box.y();
            this.boxWidth = box.width();
            this.boxHeight = box.height();
        });
    }

    public RunId run() {
        return new RunId(run);
    }

    public Detection detection() {
        return new Detection(new Label(label), new Confidence(confidence), new Span(fromMs, toMs), box());
    }

    private Optional<Box> box() {
        return boxAtMs == null || boxX == null || boxY == null || boxWidth == null || boxHeight == null
                ? Optional.empty()
                : Optional.of(new Box(boxAtMs, boxX, boxY, boxWidth, boxHeight));
    }
}
