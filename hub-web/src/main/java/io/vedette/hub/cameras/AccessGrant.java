package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation: this account may do these things with this camera, or with the cameras of this group, until then. */
@Entity
@Table(name = "access_grant")
public class AccessGrant extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String subject = "";

    @Column(name = "camera_id", updatable = false)
    private @Nullable UUID camera;

    @Column(name = "group_id", updatable = false)
    private @Nullable UUID group;

    @Column(nullable = false, columnDefinition = "text[]")
    private String[] actions = {};

    private @Nullable Instant until;

    @Column(nullable = false)
    private String reason = "";

    @Column(name = "given_by", nullable = false, updatable = false)
    private String givenBy = "";

    @Column(name = "given_at", nullable = false, updatable = false)
    private Instant givenAt = Instant.EPOCH;

    @Version
    private int version;

    protected AccessGrant() {}

    AccessGrant(GrantId id, GrantWish wish, Subject givenBy, Instant givenAt) {
        this.id = id.value();
        this.subject = wish.subject().value();
        switch (wish.what()) {
            case GrantWish.OneCamera one -> this.camera = one.camera().value();
            case GrantWish.WholeGroup whole -> this.group = whole.group().value();
        }
        this.givenBy = givenBy.value();
        this.givenAt = givenAt;
        change(new GrantTerms(wish.actions(), wish.until(), wish.reason()));
    }

    final void change(GrantTerms terms) {
        this.actions = terms.actions().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.until = terms.until().orElse(null);
        this.reason = terms.reason();
    }

    public GrantId id() {
        return new GrantId(id);
    }

    public int version() {
        return version;
    }

    public Subject subject() {
        return new Subject(subject);
    }

    public Optional<CameraId> camera() {
        return Optional.ofNullable(camera).map(CameraId::new);
    }

    public Optional<GroupId> group() {
        return Optional.ofNullable(group).map(GroupId::new);
    }

    public Set<Action> actions() {
        Set<Action> set = EnumSet.noneOf(Action.class);
        Arrays.stream(actions).map(Action::valueOf).forEach(set::add);
        return set;
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    public String reason() {
        return reason;
    }

    public Subject givenBy() {
        return new Subject(givenBy);
    }

    public Instant givenAt() {
        return givenAt;
    }
}
