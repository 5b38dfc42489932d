package io.vedette.hub.integrations;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An event as it is sent, kept for a while so that it can be sent again. */
@Entity
@Table(name = "outbox_event")
@IdClass(OutboxEvent.Key.class)
public class OutboxEvent extends TenantOwned {
    @Id
    @Column(name = "camera_id")
    private UUID camera = new UUID(0, 0);

    @Id
    private long sequence;

    @Column(nullable = false, updatable = false)
    private byte[] body = {};

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    /** Within one tenant's session these two are enough. */
    public record Key(UUID camera, long sequence) implements Serializable {}

    protected OutboxEvent() {}

    OutboxEvent(CameraId camera, long sequence, byte[] body, Instant madeAt) {
        this.camera = camera.value();
        this.sequence = sequence;
        this.body = body.clone();
        this.madeAt = madeAt;
    }

    CameraId camera() {
        return new CameraId(camera);
    }

    long sequence() {
        return sequence;
    }

    byte[] body() {
        return body.clone();
    }
}
