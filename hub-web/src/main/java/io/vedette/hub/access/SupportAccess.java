package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner's leave for operators to come into the tenant. */
@Entity
@Table(name = "support_access")
public class SupportAccess extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private SupportLevel level = SupportLevel.LOOK;

    @Column(nullable = false, updatable = false)
    private String reason = "";

    @Column(name = "given_by", nullable = false, updatable = false)
    private String givenBy = "";

    @Column(name = "given_at", nullable = false, updatable = false)
    private Instant givenAt = Instant.EPOCH;

    @Column(nullable = false, updatable = false)
    private Instant until = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** This and {@link #usedAt} change by statements alone, which never undo what another did meanwhile. */
    @Column(name = "used_by")
    private @Nullable String usedBy;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected SupportAccess() {}

    SupportAccess(UUID id, SupportLevel level, String reason, Subject givenBy, Instant now, Duration life) {
        this.id = id;
        this.level = level;
        this.reason = reason;
        this.givenBy = givenBy.value();
        this.givenAt = now;
        this.until = now.plus(life);
    }

    public UUID id() {
        return id;
    }

    public SupportLevel level() {
        return level;
    }

    public String reason() {
        return reason;
    }

    public Subject givenBy() {
        return new Subject(givenBy);
    }

    public Instant until() {
        return until;
    }

    /** Who came last; nobody when nobody has. */
    public Optional<Subject> usedBy() {
        return Optional.ofNullable(usedBy).map(Subject::new);
    }

    /** When the visit of whoever came last was noted. */
    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    boolean ended() {
        return endedAt != null;
    }

    public boolean over(Instant now) {
        return !until.isAfter(now);
    }
}
