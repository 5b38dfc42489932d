package io.vedette.hub.vaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.hub.HubWorld;
import io.vedette.hub.platform.seal.TenantKey;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which clients of what owners brought are kept ready. Nothing is sent to anybody. */
class StoresTest {
    private final HubWorld world = new HubWorld(StorageProvider.class, TenantKey.class, RecordingMove.class);
    private final StorageProviders providers = new StorageProviders(
            world.work,
            new TenantSeals(world.work, new Secret(Base64.getEncoder().encodeToString(new byte[32])), world.clock),
            world.clock);
    private Stores stores;

    @BeforeEach
    void theHubsOwnFolder(@TempDir Path folder) {
        stores = new Stores(
                world.work,
                providers,
                FileSystemBlobStore.open(folder.resolve("blobs"), world.clock),
                Set.of(InetAddress.getLoopbackAddress()),
                world.clock);
    }

    @AfterEach
    void close() {
        stores.close();
        world.close();
    }

    @Test
    void ofAPlaceThatIsTakenAwayNoClientIsLeft() {
        StorageProviderId one = bring("One");
        StorageProviderId two = bring("Two");
        use(one);
        use(two);
        assertThat(stores.ready()).isEqualTo(2);

        remove(one);
        assertThat(stores.ready()).isEqualTo(1);
        remove(two);
        assertThat(stores.ready()).isZero();
        assertThatThrownBy(() -> use(one)).isInstanceOf(BlobStoreFault.class);
    }

    @Test
    void ofOneThatStaysTheClientDoes() {
        StorageProviderId id = bring("One");
        world.work.run(world.owner.tenant(), () -> providers.makeMain(world.owner, id));
        use(id);

        assertThatThrownBy(() -> remove(id)).isInstanceOf(Refusal.class);

        assertThat(stores.ready()).isEqualTo(1);
    }

    private void use(StorageProviderId id) {
        assertThat(stores.at(world.owner.tenant(), Optional.of(id))).isNotNull();
    }

    private void remove(StorageProviderId id) {
        world.work.run(world.owner.tenant(), () -> stores.remove(world.owner, id));
    }

    private StorageProviderId bring(String name) {
        var settings = new S3Settings(
                Optional.of(URI.create("http://127.0.0.1:1")),
                "us-east-1",
                "footage",
                "",
                true,
                S3Checksums.WHEN_REQUIRED,
                "access",
                new Secret("a secret"));
        return world.inTenant(
                world.owner,
                () -> providers
                        .add(
                                world.owner,
                                StorageProviderId.fresh(),
                                new Name(name),
                                new ProviderSettings.Bucket(settings))
                        .id());
    }
}
