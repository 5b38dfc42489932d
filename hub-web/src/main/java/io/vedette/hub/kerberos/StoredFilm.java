package io.vedette.hub.kerberos;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.vault.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That these bytes were stored for this device. It outlives the recording: what somebody deleted does not come back by being sent again. */
@Entity
@Table(name = "kerberos_stored")
public class StoredFilm extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "device_id", nullable = false, updatable = false)
    private UUID device = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String sha256 = "";

    @Column(name = "stored_at", nullable = false, updatable = false)
    private Instant storedAt = Instant.EPOCH;

    protected StoredFilm() {}

    StoredFilm(RecordingId recording, AgentId device, Sha256 sha256, Instant now) {
        this.id = recording.value();
        this.device = device.value();
        this.sha256 = sha256.hex();
        this.storedAt = now;
    }
}
