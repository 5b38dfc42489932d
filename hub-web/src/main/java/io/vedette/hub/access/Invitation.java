package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Waits for whoever comes as a member with this address, until its end. */
@Entity
@Table(name = "invitation")
public class Invitation extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String email = "";

    /** The name of a standard role: one of the tenant's own may be gone when somebody comes. */
    @Column(nullable = false, updatable = false)
    private String role = "";

    @Column(name = "invited_by", nullable = false, updatable = false)
    private String invitedBy = "";

    @Column(name = "invited_at", nullable = false, updatable = false)
    private Instant invitedAt = Instant.EPOCH;

    @Column(nullable = false, updatable = false)
    private Instant until = Instant.EPOCH;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "accepted_by")
    private @Nullable String acceptedBy;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    protected Invitation() {}

    Invitation(InvitationId id, Email email, Role role, Subject invitedBy, Instant now, Duration life) {
        this.id = id.value();
        this.email = email.value();
        this.role = role.key()
                .standard()
                .orElseThrow(() -> new IllegalArgumentException("people are invited to standard roles"));
        this.invitedBy = invitedBy.value();
        this.invitedAt = now;
        this.until = now.plus(life);
    }

    void sent(Instant at) {
        this.sentAt = at;
    }

    void accept(Subject subject, Instant at) {
        this.acceptedBy = subject.value();
        this.acceptedAt = at;
    }

    public InvitationId id() {
        return new InvitationId(id);
    }

    public Email email() {
        return new Email(email);
    }

    public Role role() {
        return Role.standard(role);
    }

    public Subject invitedBy() {
        return new Subject(invitedBy);
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Instant until() {
        return until;
    }

    /** Empty when no mail has left. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    public boolean over(Instant now) {
        return !until.isAfter(now);
    }

    boolean accepted() {
        return acceptedAt != null;
    }
}
