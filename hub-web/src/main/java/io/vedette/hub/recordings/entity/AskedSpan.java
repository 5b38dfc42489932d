package io.vedette.hub.recordings.entity;

import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time over several cameras that was asked for at once, and what that came to at that moment. Never changes. */
@Entity
@Table(name = "asked_span")
public class AskedSpan extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "requested_by", nullable = false, updatable = false)
    private String requestedBy = "";

    @Column(name = "request_id", nullable = false, updatable = false)
    private UUID request = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String content = "";

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt = Instant.EPOCH;

    @Column(name = "from_at", nullable = false, updatable = false)
    private Instant from = Instant.EPOCH;

    @Column(name = "to_at", nullable = false, updatable = false)
    private Instant to = Instant.EPOCH;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false, updatable = false)
    private UploadPriority priority = UploadPriority.WANTED;

    @Column(updatable = false)
    private @Nullable Instant deadline;

    @Embedded
    private SpanCount count = new SpanCount();

    protected AskedSpan() {}

    public AskedSpan(SpanId id, Subject requestedBy, SpanWish wish, SpanCount count, Instant now) {
        this.id = id.value();
        this.requestedBy = requestedBy.value();
        this.request = wish.request();
        this.content = wish.content();
        this.requestedAt = now;
        this.from = wish.from();
        this.to = wish.to();
        this.priority = wish.priority();
        this.deadline = wish.deadline().orElse(null);
        this.count = count;
    }

    public SpanId id() {
        return new SpanId(id);
    }

    public Subject requestedBy() {
        return new Subject(requestedBy);
    }

    public UUID request() {
        return request;
    }

    /** Whether it was made of this wish. */
    public boolean isOf(SpanWish wish) {
        return content.equals(wish.content());
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant from() {
        return from;
    }

    public Instant to() {
        return to;
    }

    public UploadPriority priority() {
        return priority;
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    public SpanCount count() {
        return count;
    }
}
