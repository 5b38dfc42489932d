package io.vedette.hub.integrations;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The last place in a camera's order of events that was given away. */
@Entity
@Table(name = "camera_sequence")
public class CameraSequence extends TenantOwned {
    @Id
    @Column(name = "camera_id")
    private UUID camera = new UUID(0, 0);

    @Column(nullable = false)
    private long last;

    protected CameraSequence() {}

    long next() {
        return ++last;
    }

    CameraId camera() {
        return new CameraId(camera);
    }

    long last() {
        return last;
    }
}
