package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.azure.AzureSettings;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place that an owner brought to keep recordings in. Its secret is sealed for this row alone. */
@Entity
@Table(name = "storage_provider")
public class StorageProvider extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false)
    private String name = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private StorageKind kind = StorageKind.S3;

    private @Nullable String endpoint;

    private @Nullable String region;

    @Column(nullable = false)
    private String container = "";

    @Column(nullable = false)
    private String prefix = "";

    @Column(name = "path_style")
    private @Nullable Boolean pathStyle;

    private @Nullable Boolean checksums;

    @Column(nullable = false)
    private String account = "";

    @Column(nullable = false)
    private byte[] secret = {};

    @Column(nullable = false)
    private boolean main;

    @Column(nullable = false)
    private boolean straight;

    @Column(name = "unreached_at")
    private @Nullable Instant unreachedAt;

    @Column(name = "unreached_camera")
    private @Nullable UUID unreachedCamera;

    @Column(name = "unreached_why")
    private @Nullable String unreachedWhy;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    @Version
    private int version;

    protected StorageProvider() {}

    StorageProvider(StorageProviderId id, Name name, ProviderSettings settings, byte[] sealed, Instant madeAt) {
        this.id = id.value();
        this.kind = settings.kind();
        this.madeAt = madeAt;
        becomes(name, settings, sealed);
    }

    /** What a secret of this row is sealed for. */
    static String purpose(StorageProviderId id) {
        return "storage provider " + id;
    }

    /** @param settings of the same kind: what lies there was written in its words */
    final void becomes(Name called, ProviderSettings settings, byte[] sealed) {
        if (settings.kind() != kind) {
            throw new IllegalArgumentException("a place of " + kind + " does not become one of " + settings.kind());
        }
        this.name = called.value();
        this.endpoint = settings.endpoint().map(URI::toString).orElse(null);
        this.secret = sealed.clone();
        this.unreachedAt = null;
        this.unreachedCamera = null;
        this.unreachedWhy = null;
        switch (settings) {
            case ProviderSettings.Bucket(S3Settings s3, boolean directly) -> {
                this.straight = directly;
                this.region = s3.region();
                this.container = s3.bucket();
                this.prefix = s3.prefix();
                this.pathStyle = s3.pathStyle();
                this.checksums = s3.checksums() == S3Checksums.WHEN_SUPPORTED;
                this.account = s3.accessKey();
            }
            case ProviderSettings.Container(AzureSettings azure) -> {
                this.container = azure.container();
                this.prefix = azure.prefix();
                this.account = azure.account();
            }
        }
    }

    ProviderSettings settings(Secret opened) {
        return switch (kind) {
            case S3 ->
                new ProviderSettings.Bucket(
                        new S3Settings(
                                endpoint(),
                                region().orElseThrow(),
                                container,
                                prefix,
                                pathStyle(),
                                checksums() ? S3Checksums.WHEN_SUPPORTED : S3Checksums.WHEN_REQUIRED,
                                account,
                                opened),
                        straight);
            case AZURE ->
                new ProviderSettings.Container(new AzureSettings(endpoint(), account, opened, container, prefix));
        };
    }

    byte[] secret() {
        return secret.clone();
    }

    public StorageProviderId id() {
        return new StorageProviderId(id);
    }

    public String name() {
        return name;
    }

    public StorageKind kind() {
        return kind;
    }

    public Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint).map(URI::create);
    }

    /** Of S3 alone, as are the next two. */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    public String container() {
        return container;
    }

    public String prefix() {
        return prefix;
    }

    public boolean pathStyle() {
        return Boolean.TRUE.equals(pathStyle);
    }

    public boolean checksums() {
        return Boolean.TRUE.equals(checksums);
    }

    public String account() {
        return account;
    }

    /** Whether what is stored from now on goes there. */
    public boolean main() {
        return main;
    }

    void main(boolean now) {
        this.main = now;
    }

    /** Whether agents send their recordings straight there. */
    public boolean straight() {
        return straight;
    }

    /** Of the last agent that did not reach it, since it was last changed. */
    public Optional<Unreached> unreached() {
        return unreachedAt == null || unreachedCamera == null
                ? Optional.empty()
                : Optional.of(new Unreached(
                        unreachedAt, new CameraId(unreachedCamera), unreachedWhy == null ? "" : unreachedWhy));
    }

    /** @param why in the agent's words */
    public record Unreached(Instant at, CameraId camera, String why) {}

    public Instant madeAt() {
        return madeAt;
    }

    public int version() {
        return version;
    }

    Deed deed(DeedKind what) {
        return Deed.of(what, "storage-provider", id, name).with("container", container);
    }
}
