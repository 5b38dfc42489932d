package io.vedette.hub.retention;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run had chosen, and how much of that is gone. */
@Entity
@Table(name = "retention_run")
public class RetentionRun extends TenantOwned {
    private static final int LONGEST = 500;

    @Id
    private UUID id = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Cause cause = Cause.NIGHT;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(nullable = false)
    private long chosen;

    @Column(name = "chosen_bytes", nullable = false)
    private long chosenBytes;

    @Column(nullable = false)
    private long gone;

    @Column(name = "gone_bytes", nullable = false)
    private long goneBytes;

    private @Nullable String said;

    /** What began it. */
    public enum Cause {
        NIGHT,
        /** The hub's own disk was nearly full. */
        DISK
    }

    protected RetentionRun() {}

    RetentionRun(UUID id, Cause cause, Instant now) {
        this.id = id;
        this.cause = cause;
        this.begunAt = now;
    }

    UUID id() {
        return id;
    }

    public Cause cause() {
        return cause;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Empty while something of it is still to go. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Recordings that were to go. */
    public long chosen() {
        return Math.max(chosen, gone);
    }

    public long chosenBytes() {
        return Math.max(chosenBytes, goneBytes);
    }

    /** Recordings of which nothing is left. */
    public long gone() {
        return gone;
    }

    public long goneBytes() {
        return goneBytes;
    }

    /** What keeps it from going on; empty while it goes well. */
    public Optional<String> said() {
        return Optional.ofNullable(said);
    }

    void chose(long recordings, long bytes) {
        this.chosen += recordings;
        this.chosenBytes += bytes;
    }

    void went(long bytes) {
        this.gone++;
        this.goneBytes += bytes;
    }

    void stays(String why) {
        this.said = why.substring(0, Math.min(why.length(), LONGEST));
    }

    void ends(Instant now) {
        this.endedAt = now;
        this.said = null;
    }
}
