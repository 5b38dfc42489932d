package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.CameraState;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paired agent, or the vault of a site: its key, and what was last known of it. */
@Entity
@Table(name = "agent")
public class Agent extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    /** Null for the vault of a site. */
    @Column(name = "camera_id", updatable = false)
    private @Nullable UUID camera;

    /** Null for an agent in front of a camera. */
    @Column(name = "site_id", updatable = false)
    private @Nullable UUID site;

    @Column(nullable = false, updatable = false)
    private String name = "";

    private @Nullable String address;

    private @Nullable String fingerprint;

    // this and what belongs to it is written by RenewKeys alone, or a late write of the row would bring an old key back
    @Column(name = "public_key", nullable = false, updatable = false)
    private byte[] publicKey = {};

    @Column(name = "key_since", updatable = false)
    private @Nullable Instant keySince;

    @Column(name = "old_key", updatable = false)
    private byte @Nullable [] oldKey;

    @Column(name = "key_due_at", updatable = false)
    private @Nullable Instant keyDueAt;

    @Column(nullable = false)
    private String version = "";

    @Column(nullable = false)
    private String host = "";

    @Column(name = "paired_at", nullable = false, updatable = false)
    private Instant pairedAt = Instant.EPOCH;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    private long epoch;

    @Column(name = "last_seen")
    private @Nullable Instant lastSeen;

    @Enumerated(EnumType.STRING)
    @Column(name = "camera_state", nullable = false)
    private CameraState cameraState = CameraState.CONNECTING;

    @Enumerated(EnumType.STRING)
    @Column(name = "camera_fault")
    private @Nullable CameraFault cameraFault;

    @Column(name = "clock_offset_ms", nullable = false)
    private long clockOffsetMillis;

    @Column(name = "last_event_seq", nullable = false)
    private long lastEventSeq;

    @Column(nullable = false, updatable = false)
    private String words = "";

    @Column(nullable = false)
    private String life = "";

    @Column(nullable = false)
    private long starts;

    @Column(name = "cloned_at")
    private @Nullable Instant clonedAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    protected Agent() {}

    Agent(AgentId id, CameraId camera, byte[] publicKey, String version, String host, Instant pairedAt) {
        this.id = id.value();
        this.camera = camera.value();
        this.publicKey = publicKey.clone();
        this.version = version;
        this.host = host;
        this.pairedAt = pairedAt;
        this.confirmedAt = pairedAt;
    }

    public AgentId id() {
        return new AgentId(id);
    }

    /** The vault of a site, called like this by its owner. */
    static Agent vault(
            AgentId id, SiteId site, String name, byte[] publicKey, String version, String host, Instant now) {
        var vault = new Agent();
        vault.id = id.value();
        vault.site = site.value();
        vault.name = name;
        vault.publicKey = publicKey.clone();
        vault.version = version;
        vault.host = host;
        vault.pairedAt = now;
        vault.confirmedAt = now;
        return vault;
    }

    /** Of one that stands in front of a camera. */
    public CameraId camera() {
        return new CameraId(Objects.requireNonNull(camera, "the vault of a site has no camera"));
    }

    /** Of an edge vault. */
    public SiteId site() {
        return new SiteId(Objects.requireNonNull(site, "an agent in front of a camera is of no site"));
    }

    /** What its owner calls an edge vault; empty for the others. */
    public String name() {
        return name;
    }

    /** Of one that stands in front of a camera. */
    public AgentRef ref() {
        return new AgentRef(tenant(), id(), camera());
    }

    public EdgeRef edge() {
        return site == null ? ref() : new VaultRef(tenant(), id(), site());
    }

    /** Something that was done with it, about where it stands. */
    Deed deed(DeedKind kind) {
        return site == null ? Deed.ofCamera(kind, camera().value()) : Deed.of(kind, "site", site(), name);
    }

    /** Where agents bring recordings to an edge vault; empty until it has told. */
    public Optional<VaultDoor> door() {
        return Optional.ofNullable(address).map(at -> new VaultDoor(at, Optional.ofNullable(fingerprint)));
    }

    void opens(VaultDoor door) {
        this.address = door.address();
        this.fingerprint = door.fingerprint().orElse(null);
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    /** Since when its key is its key. */
    public Instant keySince() {
        return keySince == null ? pairedAt : keySince;
    }

    /** Its owner waits for it to have a new key. */
    public boolean keyAsked() {
        return keyDueAt != null;
    }

    /** When it is time for a new one. */
    Instant keyDue() {
        return keyDueAt == null ? keySince().plus(RenewKeys.LIFE) : keyDueAt;
    }

    /** The one before, which opens nothing. */
    Optional<byte[]> oldKey() {
        return Optional.ofNullable(oldKey).map(byte[]::clone);
    }

    /** Somebody else has a key of it. */
    void copied(Instant now) {
        this.clonedAt = now;
    }

    public String version() {
        return version;
    }

    public String host() {
        return host;
    }

    public Instant pairedAt() {
        return pairedAt;
    }

    public boolean revoked() {
        return revokedAt != null;
    }

    /** Of its key and the hub's; empty for one whose words were never computed. */
    public String words() {
        return words;
    }

    void words(String words) {
        this.words = words;
    }

    /** Since when two boxes are seen to use its key; empty while none are. */
    public Optional<Instant> clonedAt() {
        return Optional.ofNullable(clonedAt);
    }

    /** Somebody has looked and says that this is the right one: from its life now on. */
    void accepted() {
        this.clonedAt = null;
    }

    /** False while it waits for somebody to compare the words. */
    public boolean confirmed() {
        return confirmedAt != null;
    }

    void waits() {
        this.confirmedAt = null;
    }

    void confirm(Instant now) {
        this.confirmedAt = now;
    }

    /** Whether it may speak for its camera. */
    boolean stands() {
        return !revoked() && confirmed();
    }

    /**
     * A hello from this life. A process that comes back is the same instance; a new process has counted one more start. One
     * that did neither runs on another copy of the same disk, or on an old one.
     */
    void lives(String instance, long count, Instant now) {
        boolean same = instance.equals(life);
        if (starts > 0 && (same ? count != starts : count <= starts)) {
            copied(now);
        }
        this.life = instance;
        this.starts = count;
    }

    public Optional<Instant> lastSeen() {
        return Optional.ofNullable(lastSeen);
    }

    public CameraState cameraState() {
        return cameraState;
    }

    /** Why no pictures come; empty while they do, and when the agent did not tell. */
    public Optional<CameraFault> cameraFault() {
        return Optional.ofNullable(cameraFault);
    }

    /** Our clock minus the agent's, when that is so much that people should know: positive when the agent's is slow. */
    public Optional<Duration> clockOff() {
        Duration off = Duration.ofMillis(clockOffsetMillis);
        return off.abs().compareTo(ClockOffset.TOLERATED) < 0 ? Optional.empty() : Optional.of(off);
    }

    long epoch() {
        return epoch;
    }

    long lastEventSeq() {
        return lastEventSeq;
    }

    /** A new connection: everything that carries an older epoch is stale from now on. */
    long connected(String version, Instant now) {
        this.version = version;
        this.lastSeen = now;
        return ++epoch;
    }

    void stored(long seq) {
        this.lastEventSeq = seq;
    }

    void seen(CameraState state, Instant now) {
        this.cameraState = state;
        this.lastSeen = now;
        if (state == CameraState.STREAMING) {
            this.cameraFault = null;
        }
    }

    void lost(@Nullable CameraFault fault) {
        this.cameraFault = fault;
    }

    void clockIs(ClockOffset offset) {
        this.clockOffsetMillis = offset.millis();
    }

    void revoke(Instant now) {
        this.revokedAt = now;
    }
}
