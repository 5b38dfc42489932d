package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.Uuids;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That an edge vault has a whole recording, as it told. Whether these are the recording's bytes, its hash tells. */
@Entity
@Table(name = "edge_copy")
public class EdgeCopy extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "vault_id", nullable = false, updatable = false)
    private UUID vault = new UUID(0, 0);

    @Column(name = "recording_id", nullable = false, updatable = false)
    private UUID recording = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(nullable = false, updatable = false)
    private String sha256 = "";

    @Column(name = "kept_at", nullable = false, updatable = false)
    private Instant keptAt = Instant.EPOCH;

    @Column(nullable = false)
    private boolean alone;

    protected EdgeCopy() {}

    public EdgeCopy(VaultRef vault, RecordingKept kept, Instant now) {
        this.id = Uuids.fresh();
        this.vault = vault.agent().value();
        this.recording = kept.recording().value();
        this.camera = kept.camera().value();
        this.bytes = kept.bytes();
        this.sha256 = kept.sha256();
        this.keptAt = now;
    }

    public AgentId vault() {
        return new AgentId(vault);
    }

    public RecordingId recording() {
        return new RecordingId(recording);
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    /** The agent that recorded it has it no more. */
    public boolean alone() {
        return alone;
    }

    public void isAlone() {
        this.alone = true;
    }

    /** Whether these are the recording's bytes. */
    public boolean isOf(Recording one) {
        return camera.equals(one.camera().value()) && bytes == one.bytes() && sha256.equals(one.sha256());
    }
}
