package io.vedette.hub.cameras;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a group lies within another, however deep; each lies within itself. Read from a view, never written. */
@Entity
@Immutable
@Table(name = "group_reach")
@IdClass(GroupReach.Key.class)
public class GroupReach extends TenantOwned {
    @Id
    @Column(name = "above_id")
    private UUID above = new UUID(0, 0);

    @Id
    @Column(name = "group_id")
    private UUID group = new UUID(0, 0);

    /** Within one tenant's session these two are enough. */
    public record Key(UUID above, UUID group) implements Serializable {}

    protected GroupReach() {}
}
