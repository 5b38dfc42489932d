package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.CameraTime;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.MotionMarks;
import io.vedette.contracts.media.FileScan;
import io.vedette.hub.access.Subject;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
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
import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One recording, as the agent that made it reported it. Nothing of the report changes afterwards; only where the bytes are,
 * and whether there is a thumbnail. The key in the database also holds camera and start, for the partitions.
 */
@Entity
@Table(name = "recording")
@DynamicUpdate // whoever writes one thing of it must not write back where it was a moment ago
public class Recording extends TenantOwned {
    /** No agent of ours makes one of more than hours; of a stranger's number no end could be reckoned. */
    static final long LONGEST_MS = Duration.ofDays(1).toMillis();

    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "agent_id", nullable = false, updatable = false)
    private UUID agent = new UUID(0, 0);

    @Column(name = "duration_ms", nullable = false, updatable = false)
    private long durationMs;

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(nullable = false, updatable = false)
    private String sha256 = "";

    @Column(nullable = false, updatable = false)
    private String mime = "";

    @Column(nullable = false, updatable = false)
    private int width;

    @Column(nullable = false, updatable = false)
    private int height;

    @Column(nullable = false, updatable = false)
    private boolean cut;

    @Column(name = "cut_of")
    private @Nullable UUID cutOf;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Place place = Place.EDGE;

    @Column(name = "provider_id")
    private @Nullable UUID provider;

    @Column(nullable = false)
    private boolean thumbnail;

    @Column(updatable = false)
    private byte @Nullable [] moved;

    @Column(updatable = false)
    private byte @Nullable [] heat;

    @Column(name = "blind_ms", updatable = false)
    private @Nullable Integer blindMs;

    @Column(name = "clock_ahead_ms", updatable = false)
    private @Nullable Long clockAheadMs;

    @Column(name = "clock_within_ms", updatable = false)
    private @Nullable Long clockWithinMs;

    @Column(name = "held_at")
    private @Nullable Instant heldAt;

    @Column(name = "held_by")
    private @Nullable String heldBy;

    @Column(name = "held_name")
    private @Nullable String heldName;

    @Column(name = "held_why")
    private @Nullable String heldWhy;

    @Column(name = "leaving_at", insertable = false, updatable = false)
    private @Nullable Instant leavingAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "leaving_why", insertable = false, updatable = false)
    private @Nullable LeavingWhy leavingWhy;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt = Instant.EPOCH;

    protected Recording() {}

    /**
     * When a recording began.
     *
     * @param startedAt by the hub's clock
     * @param offsetMillis that clock minus the agent's
     */
    public record Label(Instant startedAt, long offsetMillis) {}

    /** For the audit log: something was done with this recording. */
    public Deed deed(DeedKind kind) {
        return Deed.of(kind, "recording", id(), "").camera(camera).span(startedAt, startedAt.plusMillis(durationMs));
    }

    public Recording(AgentRef agent, RecordingClosed report, String mime, Label label, Instant receivedAt) {
        this.id = report.recording().value();
        this.camera = agent.camera().value();
        this.agent = agent.agent().value();
        this.startedAt = label.startedAt();
        this.durationMs = Math.min(LONGEST_MS, report.durationMs());
        this.bytes = report.bytes();
        this.sha256 = report.sha256();
        this.mime = mime;
        this.width = report.width();
        this.height = report.height();
        this.cut = report.cut();
        this.receivedAt = receivedAt;
        CameraTime clock = report.clock();
        if (clock != null) {
            this.clockAheadMs = clock.besideOneAheadBy(label.offsetMillis()).aheadMs();
            this.clockWithinMs = clock.withinMs();
        }
        MotionMarks motion = report.motion();
        if (motion != null) {
            BitSet within =
                    motion.movedSeconds().get(0, (int) Math.min(MotionMarks.MOST_SECONDS, durationMs / 1000 + 1));
            this.moved = within.toByteArray();
            this.heat = within.isEmpty() ? null : motion.heatCells();
            this.blindMs = motion.blindMs();
        }
    }

    /** What came of a recording of which no more comes. As a recording it is one of its own. */
    public static Recording ofBeginning(Beginning beginning, FileScan scan, String sha256, Instant receivedAt) {
        Recording kept = part(scan, sha256, receivedAt);
        kept.camera = beginning.camera().value();
        kept.agent = beginning.agent().value();
        kept.startedAt = beginning.startedAt();
        kept.cutOf = beginning.recording().value();
        return kept;
    }

    /** The same of this one, which was reported and of which the rest does not come. */
    public Recording upTo(FileScan scan, String sha256, Instant now) {
        Recording kept = part(scan, sha256, now);
        kept.camera = camera;
        kept.agent = agent;
        kept.startedAt = startedAt;
        kept.cutOf = id;
        kept.clockAheadMs = clockAheadMs;
        kept.clockWithinMs = clockWithinMs;
        kept.blindMs = blindMs;
        if (moved != null) {
            BitSet within = BitSet.valueOf(moved).get(0, (int) (kept.durationMs / 1000 + 1));
            kept.moved = within.toByteArray();
            kept.heat = within.isEmpty() ? null : heat; // of all of it: nobody knows which of that was when
        }
        return kept;
    }

    /**
     * What an agent of another make sent, whole.
     *
     * @param by what stands for it where an agent's id does
     * @param startedAt a label that the hub has found reasonable
     */
    public static Recording ofForeign(
            RecordingId id, CameraId camera, AgentId by, Instant startedAt, FileScan scan, String sha256, Instant now) {
        Recording whole = part(scan, sha256, now);
        whole.id = id.value();
        whole.camera = camera.value();
        whole.agent = by.value();
        whole.startedAt = startedAt;
        whole.cut = false;
        return whole;
    }

    private static Recording part(FileScan scan, String sha256, Instant receivedAt) {
        var kept = new Recording();
        kept.id = RecordingId.fresh().value();
        kept.durationMs = Math.min(LONGEST_MS, scan.durationMs());
        kept.bytes = scan.wholeBytes();
        kept.sha256 = sha256;
        kept.mime = scan.description().mime();
        kept.width = scan.description().width();
        kept.height = scan.description().height();
        kept.cut = true;
        kept.receivedAt = receivedAt;
        return kept;
    }

    public RecordingId id() {
        return new RecordingId(id);
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    /** By which what was seen in it is kept and found. */
    public RecordingRef ref() {
        return new RecordingRef(camera(), startedAt, id());
    }

    /** Who made it, and the only one who may send it. */
    public AgentId agent() {
        return new AgentId(agent);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Duration duration() {
        return Duration.ofMillis(durationMs);
    }

    public Instant endedAt() {
        return startedAt.plusMillis(durationMs);
    }

    public long bytes() {
        return bytes;
    }

    public String sha256() {
        return sha256;
    }

    public String mime() {
        return mime;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Ended after its last whole fragment by a crash at the edge, or because no more came of it. */
    public boolean cut() {
        return cut;
    }

    /** The recording of which this is what came before its agent was cut off; its agent does not know this one. */
    public Optional<RecordingId> cutOf() {
        return Optional.ofNullable(cutOf).map(RecordingId::new);
    }

    /** What was said to be the whole of it begins in another way. */
    public void standsByItself() {
        this.cutOf = null;
    }

    public Place place() {
        return place;
    }

    public boolean thumbnail() {
        return thumbnail;
    }

    /** Empty when nobody looked. */
    public Optional<MotionMarks> motion() {
        return moved == null || blindMs == null
                ? Optional.empty()
                : Optional.of(MotionMarks.of(
                        BitSet.valueOf(moved), heat == null ? new byte[MotionMarks.CELLS] : heat, blindMs));
    }

    /** How the camera's wall clock stood beside the one of the label; empty when the camera told no time. */
    public Optional<CameraTime> clock() {
        return clockAheadMs == null || clockWithinMs == null
                ? Optional.empty()
                : Optional.of(new CameraTime(clockAheadMs, clockWithinMs));
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Under which name the vault keeps it. */
    public BlobKey fileKey() {
        return BlobKey.recording(tenant(), camera(), startedAt, id());
    }

    public BlobKey thumbnailKey() {
        return BlobKey.thumbnail(tenant(), camera(), startedAt, id());
    }

    /** @param where the owner's place; empty: the hub's own folder */
    public void inVault(Optional<StorageProviderId> where) {
        this.place = Place.VAULT;
        this.provider = where.map(StorageProviderId::value).orElse(null);
    }

    /** Empty unless it is on hold. */
    public Optional<Hold> hold() {
        return heldAt == null || heldBy == null || heldName == null || heldWhy == null
                ? Optional.empty()
                : Optional.of(new Hold(new Subject(heldBy), heldName, heldAt, new Hold.Reason(heldWhy)));
    }

    /** Lock it and look where it is before: what is leaving cannot be held. */
    public void hold(Hold hold) {
        this.heldAt = hold.since();
        this.heldBy = hold.by().value();
        this.heldName = hold.name();
        this.heldWhy = hold.why().text();
    }

    public void release() {
        this.heldAt = null;
        this.heldBy = null;
        this.heldName = null;
        this.heldWhy = null;
    }

    /** Empty unless it is being deleted. */
    public Optional<LeavingWhy> leavingWhy() {
        return Optional.ofNullable(leavingWhy);
    }

    /** Where the vault keeps its bytes; empty: in the hub's own folder. */
    public Optional<StorageProviderId> provider() {
        return Optional.ofNullable(provider).map(StorageProviderId::new);
    }

    /** Somebody at the edge has it after all. False when nobody thought otherwise. */
    public boolean backAtEdge() {
        boolean back = place == Place.GONE;
        if (back) {
            this.place = Place.EDGE;
        }
        return back;
    }

    /** The edge has it no more; what the vault has stays. */
    public void goneFromEdge() {
        if (place == Place.EDGE) {
            this.place = Place.GONE;
        }
    }

    public void hasThumbnail() {
        this.thumbnail = true;
    }
}
