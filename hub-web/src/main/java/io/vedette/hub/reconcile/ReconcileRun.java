package io.vedette.hub.reconcile;

import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.vault.reconcile.Folder;
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

/** A comparison, how far it is, and how many differences it has found. */
@Entity
@Table(name = "reconcile_run")
public class ReconcileRun extends TenantOwned {
    /** Longer than it takes to compare a folder or to read a blob; by then a hub that is silent has died. */
    static final Duration HELD = Duration.ofMinutes(5);

    private static final int LONGEST = 500;

    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "provider_id", updatable = false)
    private @Nullable UUID provider;

    @Column(name = "place_name", nullable = false, updatable = false)
    private String placeName = "";

    @Column(nullable = false, updatable = false)
    private boolean reading;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.RUNNING;

    private @Nullable String folder;

    @Column(nullable = false)
    private int folders;

    @Column(name = "of_folders", nullable = false)
    private int ofFolders;

    @Column(nullable = false)
    private long blobs;

    @Column(name = "bytes_read", nullable = false)
    private long bytesRead;

    @Column(nullable = false)
    private long found;

    private @Nullable String said;

    @Column(name = "held_until", nullable = false)
    private Instant heldUntil = Instant.EPOCH;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** How it stands with it. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    protected ReconcileRun() {}

    ReconcileRun(
            ReconcileRunId id, Optional<StorageProviderId> provider, String placeName, boolean reading, Instant now) {
        this.id = id.value();
        this.provider = provider.map(StorageProviderId::value).orElse(null);
        this.placeName = placeName;
        this.reading = reading;
        this.begunAt = now;
        this.heldUntil = now;
    }

    public ReconcileRunId id() {
        return new ReconcileRunId(id);
    }

    /** Empty: the hub's own folder. */
    public Optional<StorageProviderId> provider() {
        return Optional.ofNullable(provider).map(StorageProviderId::new);
    }

    /** As it was called then; empty for the folder. */
    public String placeName() {
        return placeName;
    }

    public boolean reading() {
        return reading;
    }

    public State state() {
        return state;
    }

    /** Whether nobody is at it, though somebody should be. */
    boolean waits(Instant now) {
        return state == State.RUNNING && !heldUntil.isAfter(now);
    }

    void held(Instant now) {
        this.heldUntil = now.plus(HELD);
    }

    /** The last folder that is done; empty before the first. */
    Optional<Folder> folder() {
        return Optional.ofNullable(folder).map(Folder::of);
    }

    void read(long bytes, Instant now) {
        this.bytesRead += bytes;
        held(now);
    }

    void begins(int named) {
        this.ofFolders = named;
    }

    void done(Folder one, long inIt, long differences, long readSince, Instant now) {
        this.folder = one.path();
        this.folders++;
        this.blobs += inIt;
        this.found += differences;
        this.said = null;
        read(readSince, now);
    }

    void ends(State how, Instant now) {
        this.state = how;
        this.endedAt = now;
        this.said = null;
    }

    /** It goes on by itself later. */
    void stopped(String why, Instant again) {
        this.said = why.substring(0, Math.min(why.length(), LONGEST));
        this.heldUntil = again;
    }

    public int folders() {
        return folders;
    }

    /** At least as many as are done: there may be more in the store than the list knows of. */
    public int ofFolders() {
        return Math.max(folders, ofFolders);
    }

    public long blobs() {
        return blobs;
    }

    public long bytesRead() {
        return bytesRead;
    }

    public long found() {
        return found;
    }

    /** What keeps it from going on; empty while it goes well. */
    public Optional<String> said() {
        return Optional.ofNullable(said);
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
