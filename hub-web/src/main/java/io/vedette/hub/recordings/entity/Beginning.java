package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A recording that comes in while it is being made: nobody knows its length yet, and its bytes lie in the intake. */
@Entity
@Table(name = "beginning")
public class Beginning extends TenantOwned {
    @Id
    @Column(name = "upload_id")
    private UUID upload = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "agent_id", nullable = false, updatable = false)
    private UUID agent = new UUID(0, 0);

    @Column(name = "recording_id", nullable = false, updatable = false)
    private UUID recording = new UUID(0, 0);

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "noticed_at", nullable = false, updatable = false)
    private Instant noticedAt = Instant.EPOCH;

    protected Beginning() {}

    public Beginning(AgentRef agent, RecordingId recording, Instant startedAt, Instant noticedAt) {
        this.upload = UploadId.fresh().value();
        this.camera = agent.camera().value();
        this.agent = agent.agent().value();
        this.recording = recording.value();
        this.startedAt = startedAt;
        this.noticedAt = noticedAt;
    }

    /** Under which its bytes lie in the intake, and under which the rest of them will come. */
    public UploadId upload() {
        return new UploadId(upload);
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    public AgentId agent() {
        return new AgentId(agent);
    }

    public RecordingId recording() {
        return new RecordingId(recording);
    }

    /** When its first picture was taken, by the hub's clock. */
    public Instant startedAt() {
        return startedAt;
    }

    public Instant noticedAt() {
        return noticedAt;
    }
}
