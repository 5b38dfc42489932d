package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a camera has a tag. */
@Entity
@Table(name = "camera_tag")
@IdClass(CameraTag.Key.class)
public class CameraTag extends TenantOwned {
    @Id
    @Column(name = "camera_id")
    private UUID camera = new UUID(0, 0);

    @Id
    private String tag = "";

    /** Within one tenant's session these two are enough. */
    public record Key(UUID camera, String tag) implements Serializable {}

    protected CameraTag() {}

    CameraTag(CameraId camera, Tag tag) {
        this.camera = camera.value();
        this.tag = tag.value();
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    public Tag tag() {
        return new Tag(tag);
    }
}
