package io.vedette.hub.analysis.entity;

import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.SeenLabel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A label that an engine's last run gave a recording: what recordings are found by. */
@Entity
@Table(name = "recording_label")
@IdClass(RecordingLabel.Key.class)
public class RecordingLabel extends OfRecording {
    @Id
    private String engine = "";

    @Id
    private String label = "";

    @Column(nullable = false)
    private double confidence;

    /** Within one tenant's session these are enough. */
    public record Key(UUID recording, String engine, String label) implements Serializable {}

    protected RecordingLabel() {}

    public RecordingLabel(RecordingRef of, String engine, Label label, Confidence confidence) {
        super(of);
        this.engine = engine;
        this.label = label.value();
        this.confidence = confidence.value();
    }

    public SeenLabel seen() {
        return new SeenLabel(new Label(label), new Confidence(confidence));
    }
}
