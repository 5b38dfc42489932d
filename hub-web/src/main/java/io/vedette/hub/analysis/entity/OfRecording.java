package io.vedette.hub.analysis.entity;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** A row that a recording has. The key in the database also holds camera and start, for the partitions. */
@MappedSuperclass
public abstract class OfRecording extends TenantOwned {
    @Id
    @Column(name = "recording_id")
    protected UUID recording = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt = Instant.EPOCH;

    protected OfRecording() {}

    protected OfRecording(RecordingRef of) {
        this.recording = of.id().value();
        this.camera = of.camera().value();
        this.startedAt = of.startedAt();
    }

    public RecordingId recording() {
        return new RecordingId(recording);
    }
}
