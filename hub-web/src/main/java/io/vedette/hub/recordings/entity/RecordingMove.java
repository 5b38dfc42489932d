package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.vault.BlobKey;
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

/**
 * That a recording moves from one place to another: there are, or may be, two copies of it. Where it is to be had its own row alone says. This one knows all that is
 * needed to find both copies when that row is gone.
 */
@Entity
@Table(name = "recording_move")
public class RecordingMove extends TenantOwned {
    /** Whoever has just read where it is still finds it there for so long. */
    public static final Duration GRACE = Duration.ofMinutes(10);
    /** A store that is away, full or refuses is asked again in the next night. */
    public static final Duration PATIENCE = Duration.ofHours(23);

    /** Whoever is at it has so long before another hub takes it for dead: more than the largest recording takes by a slow line. */
    public static final Duration LEASE = Duration.ofHours(6);

    private static final int LONGEST = 500;

    @Id
    @Column(name = "recording_id")
    private UUID recording = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt = Instant.EPOCH;

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(name = "source_id", updatable = false)
    private @Nullable UUID source;

    @Column(name = "target_id", nullable = false, updatable = false)
    private UUID target = new UUID(0, 0);

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt = Instant.EPOCH;

    @Column(name = "moved_at")
    private @Nullable Instant movedAt;

    @Column(name = "again_at", nullable = false)
    private Instant againAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private @Nullable Blames blames;

    private @Nullable String said;

    /** Who can mend what keeps it from going on. */
    public enum Blames {
        /** The place where it is. */
        SOURCE,
        /** The place where it should go. */
        TARGET,
        /** Neither: this one recording is missing, or is not as it was. */
        OBJECT
    }

    protected RecordingMove() {}

    RecordingMove(Recording recording, StorageProviderId target, Instant now) {
        this.recording = recording.id().value();
        this.camera = recording.camera().value();
        this.startedAt = recording.startedAt();
        this.bytes = recording.bytes();
        this.source = recording.provider().map(StorageProviderId::value).orElse(null);
        this.target = target.value();
        this.begunAt = now;
        this.againAt = now;
    }

    public RecordingId recording() {
        return new RecordingId(recording);
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public long bytes() {
        return bytes;
    }

    /** Under the same name in both places. */
    public BlobKey fileKey() {
        return BlobKey.recording(tenant(), camera(), startedAt, recording());
    }

    /** Empty: the hub's own folder. */
    public Optional<StorageProviderId> source() {
        return Optional.ofNullable(source).map(StorageProviderId::new);
    }

    public StorageProviderId target() {
        return new StorageProviderId(target);
    }

    /** Which of the two places is meant, where it is one of them; empty: the hub's own folder. */
    public Optional<StorageProviderId> place(Blames who) {
        return who == Blames.SOURCE ? source() : Optional.of(target());
    }

    /** Whether that place is to be left alone for it. One copy that got lost at the second place keeps no other from going there: whether it takes them they find out. */
    public boolean rests(Blames who) {
        return who == Blames.SOURCE || who == Blames.TARGET && movedAt == null;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Since when the recording is at the second place; empty while it is at the first. */
    public Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }

    /** Not to be looked at before. */
    public Instant againAt() {
        return againAt;
    }

    /** Empty while it goes well. */
    public Optional<Blames> blames() {
        return Optional.ofNullable(blames);
    }

    /** What keeps it from going on; empty while it goes well. */
    public Optional<String> said() {
        return Optional.ofNullable(said);
    }

    public void moved(Instant now) {
        this.movedAt = now;
        this.againAt = now.plus(GRACE);
        this.blames = null;
        this.said = null;
    }

    public void failed(Blames who, String what, Instant now) {
        this.blames = who;
        this.said = what.substring(0, Math.min(what.length(), LONGEST));
        this.againAt = now.plus(PATIENCE);
    }

    /** Others have their turn first. What a place once answered is no reason any more to leave that place alone: two that wait would do so for each other. */
    public void later(Instant at) {
        this.againAt = at;
        if (blames != Blames.OBJECT) {
            this.blames = null;
            this.said = null;
        }
    }
}
