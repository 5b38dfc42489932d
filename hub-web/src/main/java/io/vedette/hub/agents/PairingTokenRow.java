package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pairing token as the hub keeps it: never the secret, only its hash. */
@Entity
@Table(name = "pairing_token")
public class PairingTokenRow extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    /** Null for one of a site. */
    @Column(name = "camera_id", updatable = false)
    private @Nullable UUID camera;

    /** Null for one of a camera. */
    @Column(name = "site_id", updatable = false)
    private @Nullable UUID site;

    /** What an edge vault is called. */
    @Column(nullable = false, updatable = false)
    private String name = "";

    @Column(nullable = false, updatable = false)
    private byte[] hash = {};

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy = "";

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt = Instant.EPOCH;

    @Column(name = "agent_id")
    private @Nullable UUID agent;

    @Column(name = "public_key")
    private byte @Nullable [] publicKey;

    @Column(nullable = false, updatable = false)
    private boolean swap;

    @Column(nullable = false, updatable = false)
    private boolean confirm;

    private int wrong;

    protected PairingTokenRow() {}

    PairingTokenRow(
            UUID id,
            PairingPlace place,
            byte[] hash,
            PairingTokens.Terms terms,
            String createdBy,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        switch (place) {
            case PairingPlace.Before before -> this.camera = before.camera().value();
            case PairingPlace.VaultOf vault -> {
                this.site = vault.site().value();
                this.name = vault.name();
            }
        }
        this.hash = hash.clone();
        this.swap = terms.swap();
        this.confirm = terms.confirm();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** What it was made for; the database has exactly one of both. */
    PairingPlace place() {
        return camera == null
                ? new PairingPlace.VaultOf(new SiteId(Objects.requireNonNull(site)), name)
                : new PairingPlace.Before(new CameraId(camera));
    }

    boolean swap() {
        return swap;
    }

    boolean confirm() {
        return confirm;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<AgentId> agent() {
        return Optional.ofNullable(agent).map(AgentId::new);
    }

    byte @Nullable [] publicKey() {
        return publicKey == null ? null : publicKey.clone();
    }
}
