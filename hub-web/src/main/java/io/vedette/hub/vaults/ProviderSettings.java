package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.vault.BlobStore;
import io.vedette.vault.azure.AzureBlobStore;
import io.vedette.vault.azure.AzureSettings;
import io.vedette.vault.s3.S3BlobStore;
import io.vedette.vault.s3.S3Settings;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a place is and with what it is opened, by what is spoken there. */
public sealed interface ProviderSettings {
    StorageKind kind();

    /** Empty: where the kind is at home. */
    Optional<URI> endpoint();

    Secret secret();

    /** Asks nothing of the place yet. Whoever opens it closes it. */
    BlobStore open(Predicate<InetAddress> allowed, Clock clock);

    /** Whether it is asked without TLS. */
    default boolean plain() {
        return endpoint().filter(at -> "http".equals(at.getScheme())).isPresent();
    }

    /** Whether agents send their recordings straight there, so that the bytes do not pass through the hub. */
    default boolean straight() {
        return false;
    }

    record Bucket(S3Settings s3, boolean straight) implements ProviderSettings {
        public Bucket(S3Settings s3) {
            this(s3, false);
        }

        @Override
        public StorageKind kind() {
            return StorageKind.S3;
        }

        @Override
        public Optional<URI> endpoint() {
            return s3.endpoint();
        }

        @Override
        public Secret secret() {
            return s3.secretKey();
        }

        @Override
        public BlobStore open(Predicate<InetAddress> allowed, Clock clock) {
            return S3BlobStore.open(s3, allowed);
        }
    }

    record Container(AzureSettings azure) implements ProviderSettings {
        @Override
        public StorageKind kind() {
            return StorageKind.AZURE;
        }

        @Override
        public Optional<URI> endpoint() {
            return azure.endpoint();
        }

        @Override
        public Secret secret() {
            return azure.key();
        }

        @Override
        public BlobStore open(Predicate<InetAddress> allowed, Clock clock) {
            return AzureBlobStore.open(azure, allowed, clock);
        }
    }
}
