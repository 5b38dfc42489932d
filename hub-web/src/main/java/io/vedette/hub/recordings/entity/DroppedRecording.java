package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a recording was deleted: its agent may have it still, and tell of it as if it were new. */
@Entity
@Table(name = "dropped_recording")
public class DroppedRecording extends TenantOwned {
    @Id
    @Column(name = "recording_id")
    private UUID recording = new UUID(0, 0);

    @Column(name = "dropped_at", nullable = false, updatable = false)
    private Instant droppedAt = Instant.EPOCH;

    protected DroppedRecording() {}

    DroppedRecording(RecordingId recording, Instant droppedAt) {
        this.recording = recording.value();
        this.droppedAt = droppedAt;
    }
}
