package io.vedette.hub.kerberos;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.accounts.VaultAccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A film that is coming in. It has its recording's id and its place from the beginning, so that what a crash leaves is found. */
@Entity
@Table(name = "kerberos_upload")
public class KerberosUpload extends TenantOwned {
    /** How long a film may take from its first byte to its last. */
    private static final Duration LIFE = Duration.ofDays(1);

    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID account = new UUID(0, 0);

    @Column(name = "device_id", nullable = false, updatable = false)
    private UUID device = new UUID(0, 0);

    @Column(name = "recording_id", nullable = false, updatable = false)
    private UUID recording = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "provider_id", updatable = false)
    private @Nullable UUID provider;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "duration_ms", nullable = false, updatable = false)
    private long durationMs;

    @Column(updatable = false)
    private @Nullable Long bytes;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt = Instant.EPOCH;

    protected KerberosUpload() {}

    /** @param bytes empty when its sender does not know */
    KerberosUpload(
            KerberosDevice device,
            Optional<StorageProviderId> provider,
            Instant startedAt,
            Duration duration,
            OptionalLong bytes,
            Instant now) {
        this.id = UploadId.fresh().value();
        this.account = device.account().value();
        this.device = device.id().value();
        this.recording = RecordingId.fresh().value();
        this.camera = device.camera().value();
        this.provider = provider.map(StorageProviderId::value).orElse(null);
        this.startedAt = startedAt;
        this.durationMs = duration.toMillis();
        this.bytes = bytes.isPresent() ? bytes.getAsLong() : null;
        this.expiresAt = now.plus(LIFE);
    }

    UploadId id() {
        return new UploadId(id);
    }

    VaultAccountId account() {
        return new VaultAccountId(account);
    }

    AgentId device() {
        return new AgentId(device);
    }

    RecordingId recording() {
        return new RecordingId(recording);
    }

    CameraId camera() {
        return new CameraId(camera);
    }

    Optional<StorageProviderId> provider() {
        return Optional.ofNullable(provider).map(StorageProviderId::new);
    }

    Instant startedAt() {
        return startedAt;
    }

    /** As its sender says; for where the file does not. */
    Duration duration() {
        return Duration.ofMillis(durationMs);
    }

    OptionalLong bytes() {
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    Instant begunAt() {
        return expiresAt.minus(LIFE);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
