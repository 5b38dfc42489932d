package io.vedette.hub.recordings.entity;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What is kept of a camera's recordings. The database counts it as recordings change; the hub can only read it. */
@Entity
@Immutable
@Table(name = "recording_total")
public class RecordingTotal extends TenantOwned {
    @Id
    @Column(name = "camera_id")
    private UUID camera = new UUID(0, 0);

    @Column(name = "edge_recordings")
    private long edgeRecordings;

    @Column(name = "edge_bytes")
    private long edgeBytes;

    @Column(name = "vault_recordings")
    private long vaultRecordings;

    @Column(name = "vault_bytes")
    private long vaultBytes;

    protected RecordingTotal() {}
}
