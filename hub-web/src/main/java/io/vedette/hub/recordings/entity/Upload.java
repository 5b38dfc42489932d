package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.vault.BlobKey;
import io.vedette.vault.PartsId;
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

/**
 * One transfer of one recording from the edge into the vault. What is over stays over: every change asks first and answers
 * false when it comes too late.
 */
@Entity
@Table(name = "upload")
public class Upload extends TenantOwned {
    private static final int LONGEST_FAILURE = 500;

    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "recording_id", nullable = false, updatable = false)
    private UUID recording = new UUID(0, 0);

    @Column(name = "recording_started_at", nullable = false, updatable = false)
    private Instant recordingStartedAt = Instant.EPOCH;

    /** Who sends it; changes while it is under way. */
    @Column(name = "agent_id", nullable = false)
    private UUID agent = new UUID(0, 0);

    @Column(name = "from_vault", nullable = false)
    private boolean fromVault;

    @Column(name = "requested_by")
    private @Nullable String requestedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private UploadPhase state = UploadPhase.REQUESTED;

    @Column(name = "received_bytes", nullable = false)
    private long receivedBytes;

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(name = "provider_id")
    private @Nullable UUID provider;

    private @Nullable String parts;

    private @Nullable String failure;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false)
    private UploadPriority priority = UploadPriority.RULE;

    private @Nullable Instant deadline;

    @Column(name = "span_id", updatable = false)
    private @Nullable UUID span;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt = Instant.EPOCH;

    protected Upload() {}

    public Upload(UploadId id, Recording recording, Optional<Subject> requestedBy, Instant now) {
        this.id = id.value();
        this.camera = recording.camera().value();
        this.recording = recording.id().value();
        this.recordingStartedAt = recording.startedAt();
        this.agent = recording.agent().value();
        this.requestedBy = requestedBy.map(Subject::value).orElse(null);
        this.requestedAt = now;
        this.bytes = recording.bytes();
        this.changedAt = now;
        this.priority = requestedBy.isPresent() ? UploadPriority.WANTED : UploadPriority.RULE;
    }

    /** Asked for in this way. */
    public Upload wished(UploadWish wish) {
        this.priority = wish.priority();
        this.deadline = wish.deadline().orElse(null);
        this.span = wish.span().map(SpanId::value).orElse(null);
        return this;
    }

    /** By somebody else who has the same bytes. */
    public Upload sentBy(Sender sender) {
        this.agent = sender.id().value();
        this.fromVault = sender.isVault();
        return this;
    }

    /** A vault of the camera's site sends it, and not the agent. */
    public boolean fromVault() {
        return fromVault;
    }

    /** So many bytes came before it was one, while its recording was being made. It still asks for its room like any other. */
    public Upload begunWith(long received) {
        this.receivedBytes = Math.min(received, bytes);
        return this;
    }

    public UploadId id() {
        return new UploadId(id);
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    public RecordingId recording() {
        return new RecordingId(recording);
    }

    public Instant recordingStartedAt() {
        return recordingStartedAt;
    }

    public AgentId agent() {
        return new AgentId(agent);
    }

    /** Empty when the agent's own rule asked for it and nobody waits. */
    public Optional<Subject> requestedBy() {
        return Optional.ofNullable(requestedBy).map(Subject::new);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public long receivedBytes() {
        return receivedBytes;
    }

    public long bytes() {
        return bytes;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public UploadState state() {
        return switch (state) {
            case REQUESTED -> new UploadState.Requested();
            case UPLOADING -> new UploadState.Uploading(receivedBytes);
            case VERIFYING -> new UploadState.Verifying();
            case STORED -> new UploadState.Stored();
            case FAILED -> failed();
            case CANCELLED -> new UploadState.Cancelled();
            case GONE -> new UploadState.Gone();
        };
    }

    private UploadState.Failed failed() {
        String text = failure == null ? UploadFailure.VAULT.name() : failure;
        int colon = text.indexOf(':');
        return colon < 0
                ? new UploadState.Failed(UploadFailure.valueOf(text), "")
                : new UploadState.Failed(UploadFailure.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** In which way it is asked for. */
    public UploadWish wish() {
        return new UploadWish(
                priority,
                Optional.ofNullable(deadline),
                Optional.ofNullable(span).map(SpanId::new));
    }

    /**
     * One more wants it, while it is under way: the sooner turn and the later deadline hold; what the agent's rule sends anyhow
     * gets no deadline. False when nothing changes.
     */
    public boolean wantedBy(Subject subject, UploadWish wish) {
        Optional<Instant> later = Optional.ofNullable(deadline)
                .flatMap(mine -> wish.deadline().map(other -> mine.isAfter(other) ? mine : other));
        UploadPriority sooner = priority.orSooner(wish.priority());
        boolean changes = requestedBy == null || sooner != priority || !later.equals(Optional.ofNullable(deadline));
        if (requestedBy == null) {
            this.requestedBy = subject.value();
        }
        this.priority = sooner;
        this.deadline = later.orElse(null);
        return changes;
    }

    /** It should be here by now, and is not. */
    public boolean late(Instant now) {
        return deadline != null && !now.isBefore(deadline) && state().underWay();
    }

    /** So many bytes are here. Also takes a step back: the file, not this row, knows how many there are. */
    public boolean reached(long received, Instant now) {
        return becomes(UploadPhase.UPLOADING, received, now);
    }

    public boolean verifying(Instant now) {
        return becomes(UploadPhase.VERIFYING, bytes, now);
    }

    /** Where it is being brought to; empty: into the hub's own folder. */
    public Optional<StorageProviderId> provider() {
        return Optional.ofNullable(provider).map(StorageProviderId::new);
    }

    public void goesTo(Optional<StorageProviderId> where) {
        this.provider = where.map(StorageProviderId::value).orElse(null);
    }

    /** By what the store it goes to knows the parts that its agent sends there; empty when its bytes come through the hub. */
    public Optional<PartsId> parts() {
        return Optional.ofNullable(parts).map(PartsId::new);
    }

    /** Its agent sends parts straight to the store. False when it is over. */
    public boolean goesInParts(StorageProviderId where, PartsId id) {
        if (!state().underWay()) {
            return false;
        }
        goesTo(Optional.of(where));
        this.parts = id.value();
        return true;
    }

    /** Nothing of these parts is left in the store; what comes now begins anew. */
    public void partsGivenUp(PartsId given, Instant now) {
        if (!given.value().equals(parts)) {
            return;
        }
        this.parts = null;
        goesTo(Optional.empty());
        if (state == UploadPhase.UPLOADING) {
            var unused = reached(0, now);
        }
    }

    /** Where its recording lies in a store. */
    public BlobKey fileKey() {
        return BlobKey.recording(tenant(), camera(), recordingStartedAt, recording());
    }

    public boolean stored(Instant now) {
        boolean stored = becomes(UploadPhase.STORED, bytes, now);
        if (stored) {
            this.parts = null;
        }
        return stored;
    }

    public boolean failed(UploadFailure why, String detail, Instant now) {
        if (!becomes(UploadPhase.FAILED, receivedBytes, now)) {
            return false;
        }
        String text = detail.isEmpty() ? why.name() : why.name() + ":" + detail;
        this.failure = text.substring(0, Math.min(text.length(), LONGEST_FAILURE));
        return true;
    }

    public boolean cancelled(Instant now) {
        return becomes(UploadPhase.CANCELLED, receivedBytes, now);
    }

    public boolean gone(Instant now) {
        return becomes(UploadPhase.GONE, receivedBytes, now);
    }

    private boolean becomes(UploadPhase next, long received, Instant now) {
        if (!state().underWay()) {
            return false;
        }
        this.state = next;
        this.receivedBytes = received;
        this.changedAt = now;
        return true;
    }
}
