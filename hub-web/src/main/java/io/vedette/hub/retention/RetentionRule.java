package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.StorageProviderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
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

    @Column(nullable = false, columnDefinition = "text[]")
    private String[] labels = {};

    /** Days of each label. */
    @Column(name = "label_days", nullable = false, columnDefinition = "integer[]")
    private Integer[] labelDays = {};

    @Column(name = "unseen_days")
    private @Nullable Integer unseenDays;

    @Column(name = "archive_id")
    private @Nullable UUID archiveTo;

    @Column(name = "archive_days")
    private @Nullable Integer archiveDays;

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
        this.labels = terms.seen().days().keySet().stream().map(Label::value).toArray(String[]::new);
        this.labelDays = terms.seen().days().values().toArray(Integer[]::new);
        this.unseenDays = terms.seen().unseen().isPresent()
                ? (Integer) terms.seen().unseen().getAsInt()
                : null;
        this.archiveTo = terms.archive().map(one -> one.to().value()).orElse(null);
        this.archiveDays = terms.archive().map(Archive::afterDays).orElse(null);
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
        return new Terms(kept, bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes), seen(), archive());
    }

    private Optional<Archive> archive() {
        return archiveTo == null || archiveDays == null
                ? Optional.empty()
                : Optional.of(new Archive(new StorageProviderId(archiveTo), archiveDays));
    }

    private ByLabel seen() {
        Map<Label, Integer> days = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            days.put(new Label(labels[i]), labelDays[i]);
        }
        return new ByLabel(days, unseenDays == null ? OptionalInt.empty() : OptionalInt.of(unseenDays));
    }

    public Instant changedAt() {
        return changedAt;
    }

    Deed deed(DeedKind kind, String name) {
        Deed deed = Deed.of(kind, "retention", id(), name)
                .with("days", days == null ? endless ? "endless" : "" : days.toString())
                .with("bytes", bytes == null ? "" : bytes.toString())
                .with("archive", archiveTo == null ? "" : archiveTo.toString())
                .with("after", archiveDays == null ? "" : archiveDays.toString())
                .with("labels", seen().labels())
                .with("unseen", unseenDays == null ? "" : unseenDays.toString());
        return camera == null ? deed : deed.camera(camera);
    }
}
