package io.vedette.hub.integrations;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** How far an integration has come with the events of a camera. */
@Entity
@Table(name = "lane")
@IdClass(Lane.Key.class)
public class Lane extends TenantOwned {
    @Id
    @Column(name = "integration_id")
    private UUID integration = new UUID(0, 0);

    @Id
    @Column(name = "camera_id")
    private UUID camera = new UUID(0, 0);

    @Column(nullable = false)
    private long next;

    /** Within one tenant's session these two are enough. */
    public record Key(UUID integration, UUID camera) implements Serializable {}

    protected Lane() {}

    Lane(IntegrationId integration, CameraId camera, long next) {
        this.integration = integration.value();
        this.camera = camera.value();
        this.next = next;
    }

    CameraId camera() {
        return new CameraId(camera);
    }

    /** The place of the event that is to be told next. */
    long next() {
        return next;
    }

    /** Everything up to this place was told, or put aside. */
    void past(long sequence) {
        this.next = sequence + 1;
    }

    void again(long from) {
        this.next = Math.max(1, Math.min(next, from));
    }
}
