package io.vedette.hub.integrations;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.vault.event.EventFault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An event that an integration will never take as it is. */
@Entity
@Table(name = "dead_letter")
@IdClass(DeadLetter.Key.class)
public class DeadLetter extends TenantOwned {
    private static final int LONGEST = 500;

    @Id
    @Column(name = "integration_id")
    private UUID integration = new UUID(0, 0);

    @Id
    @Column(name = "camera_id")
    private UUID camera = new UUID(0, 0);

    @Id
    private long sequence;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EventFault.Kind kind = EventFault.Kind.UNFIT;

    @Column(nullable = false)
    private String said = "";

    @Column(name = "died_at", nullable = false)
    private Instant diedAt = Instant.EPOCH;

    /** Within one tenant's session these three are enough. */
    public record Key(UUID integration, UUID camera, long sequence) implements Serializable {}

    protected DeadLetter() {}

    DeadLetter(IntegrationId integration, OutboxEvent event, EventFault fault, Instant now) {
        this.integration = integration.value();
        this.camera = event.camera().value();
        this.sequence = event.sequence();
        this.kind = fault.kind();
        String words = String.valueOf(fault.getMessage());
        this.said = words.substring(0, Math.min(words.length(), LONGEST));
        this.diedAt = now;
    }

    CameraId camera() {
        return new CameraId(camera);
    }

    long sequence() {
        return sequence;
    }

    EventFault.Kind kind() {
        return kind;
    }

    String said() {
        return said;
    }

    Instant diedAt() {
        return diedAt;
    }
}
