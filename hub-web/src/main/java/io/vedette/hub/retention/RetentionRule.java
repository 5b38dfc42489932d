package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule of a tenant, of one of its sites or of one of its cameras. */
@Entity
@Table(name = "retention_rule")
public class RetentionRule extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "site_id", updatable = false)
    private @Nullable UUID site;

    @Column(name = "camera_id", updatable = false)
    private @Nullable UUID camera;

    private @Nullable Integer days;

    @Column(nullable = false)
    private boolean endless;

    private @Nullable Long bytes;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt = Instant.EPOCH;

    protected RetentionRule() {}

    /** One that is not kept yet, perhaps never. */
    RetentionRule(RuleId id, Scope scope, Terms terms, Instant now) {
        this.id = id.value();
        switch (scope) {
            case Scope.Everything everything -> {}
            case Scope.OneSite one -> this.site = one.site().value();
            case Scope.OneCamera one -> this.camera = one.camera().value();
        }
        become(terms, now);
    }

    final void become(Terms terms, Instant now) {
        this.days = terms.days() instanceof Terms.Days.Of of ? (Integer) of.count() : null;
        this.endless = terms.days() instanceof Terms.Days.Endless;
        this.bytes = terms.bytes().isPresent() ? (Long) terms.bytes().getAsLong() : null;
        this.changedAt = now;
    }

    public RuleId id() {
        return new RuleId(id);
    }

    public Scope scope() {
        if (camera != null) {
            return new Scope.OneCamera(new CameraId(camera));
        }
        return site == null ? Scope.EVERYTHING : new Scope.OneSite(new SiteId(site));
    }

    public Terms terms() {
        Terms.Days kept = days != null ? new Terms.Days.Of(days) : endless ? Terms.Days.ENDLESS : Terms.Days.AS_ABOVE;
        return new Terms(kept, bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
    }

    public Instant changedAt() {
        return changedAt;
    }

    Deed deed(DeedKind kind, String name) {
        Deed deed = Deed.of(kind, "retention", id(), name)
                .with("days", days == null ? endless ? "endless" : "" : days.toString())
                .with("bytes", bytes == null ? "" : bytes.toString());
        return camera == null ? deed : deed.camera(camera);
    }
}
