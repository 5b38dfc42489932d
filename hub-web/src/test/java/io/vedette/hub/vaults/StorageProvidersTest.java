package io.vedette.hub.vaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.seal.TenantKey;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.azure.AzureSettings;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.URI;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageProvidersTest {
    private static final String SECRET = "a-secret-that-nobody-may-read";
    private final HubWorld world = new HubWorld(StorageProvider.class, TenantKey.class, RecordingMove.class);
    private final StorageProviders providers = with(new byte[32]);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatAnOwnerBringsComesBackWithItsSecret() {
        StorageProviderId id = add(world.owner, "Archive");

        ProviderSettings settings =
                world.inTenant(world.owner, () -> providers.settings(providers.get(world.owner.tenant(), id)));

        assertThat(settings).isEqualTo(settings("footage"));
        assertThat(settings.secret().reveal()).isEqualTo(SECRET);
    }

    @Test
    void aContainerComesBackAsWhatItIs() {
        StorageProviderId id = world.inTenant(
                world.owner,
                () -> providers
                        .add(world.owner, StorageProviderId.fresh(), new Name("Container"), container())
                        .id());

        assertThat(world.inTenant(world.owner, () -> providers.settings(providers.get(world.owner.tenant(), id))))
                .isEqualTo(container());
    }

    @Test
    void aPlaceKeepsItsKind() {
        StorageProviderId id = add(world.owner, "Archive");

        assertThatThrownBy(() -> world.inTenant(
                        world.owner, () -> providers.change(world.owner, id, new Name("Archive"), container())))
                .isInstanceOf(Refusal.class);
        assertThat(world.inTenant(world.owner, () -> providers.settings(providers.get(world.owner.tenant(), id))))
                .isEqualTo(settings("footage"));
    }

    @Test
    void theSecretDoesNotStandInTheDatabase() throws SQLException {
        add(world.owner, "Archive");

        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select p::text || encode(p.secret, 'escape') || k::text"
                                + " from storage_provider p join tenant_key k using (tenant_id)")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).contains("footage").doesNotContain("nobody-may-read");
        }
    }

    @Test
    void aSealedSecretOpensInItsOwnRowAlone() throws SQLException {
        StorageProviderId one = add(world.owner, "One");
        add(world.owner, "Other");
        world.inTenant(world.owner, () -> providers.change(world.owner, one, new Name("One"), settings("elsewhere")));
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var swap = connection.createStatement()) {
            swap.executeUpdate(
                    "update storage_provider set secret = (select secret from storage_provider where name = 'Other')"
                            + " where name = 'One'");
        }

        assertThatThrownBy(() ->
                        world.inTenant(world.owner, () -> providers.settings(providers.get(world.owner.tenant(), one))))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void anotherHubsKeyOpensNothing() {
        StorageProviderId id = add(world.owner, "Archive");
        byte[] other = new byte[32];
        other[0] = 1;
        StorageProviders elsewhere = with(other);

        assertThatThrownBy(() ->
                        world.inTenant(world.owner, () -> elsewhere.settings(elsewhere.get(world.owner.tenant(), id))))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("VEDETTE_SEAL_KEY");
    }

    @Test
    void thereIsOneMainPlaceAndFirstTheFolder() {
        StorageProviderId one = add(world.owner, "One");
        StorageProviderId other = add(world.owner, "Other");
        assertThat(main()).isEmpty();

        makeMain(one);
        assertThat(main()).contains(one);
        makeMain(other);
        assertThat(main()).contains(other);
        world.work.run(world.owner.tenant(), () -> providers.useFolder(world.owner));
        assertThat(main()).isEmpty();
    }

    @Test
    void thatAnAgentDoesNotReachAPlaceIsKnownUntilItDoesOrThePlaceIsChanged() {
        StorageProviderId id = add(world.owner, "Archive");
        CameraId gate = CameraId.fresh();
        int version = get(id).version();

        unreached(id, gate);
        assertThat(get(id).unreached()).hasValueSatisfying(last -> {
            assertThat(last.camera()).isEqualTo(gate);
            assertThat(last.why()).hasSize(300);
        });
        assertThat(get(id).version()).as("nothing that anybody typed").isEqualTo(version);
        reached(id, CameraId.fresh());
        assertThat(get(id).unreached()).as("another one reaches it").isPresent();
        reached(id, gate);
        assertThat(get(id).unreached()).isEmpty();

        unreached(id, gate);
        world.inTenant(
                world.owner, () -> providers.change(world.owner, id, new Name("Archive"), settings("elsewhere")));
        assertThat(get(id).unreached()).isEmpty();
    }

    private StorageProvider get(StorageProviderId id) {
        return world.inTenant(world.owner, () -> providers.get(world.owner.tenant(), id));
    }

    private void unreached(StorageProviderId id, CameraId camera) {
        world.work.run(
                world.owner.tenant(),
                () -> providers.unreached(world.owner.tenant(), id, camera, "connection refused ".repeat(30)));
    }

    private void reached(StorageProviderId id, CameraId camera) {
        world.work.run(world.owner.tenant(), () -> providers.reached(world.owner.tenant(), id, camera));
    }

    @Test
    void theMainPlaceStaysUntilAnotherIs() {
        StorageProviderId id = add(world.owner, "One");
        makeMain(id);

        assertThatThrownBy(() -> remove(id)).isInstanceOf(Refusal.class);
        world.work.run(world.owner.tenant(), () -> providers.useFolder(world.owner));
        remove(id);

        assertThat(world.inTenant(world.owner, () -> providers.all(world.owner.tenant())))
                .isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        add(world.owner, "Archive");

        assertThatThrownBy(() -> add(world.owner, "Archive")).isInstanceOf(Refusal.class);
        add(world.stranger, "Archive"); // another tenant's names are its own
    }

    @Test
    void whoDoesNotOwnTheTenantBringsNothingAndChangesNothing() {
        StorageProviderId id = add(world.owner, "Archive");

        assertThatThrownBy(() -> add(world.guard, "Mine")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.work.run(world.guard.tenant(), () -> providers.makeMain(world.guard, id)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.work.run(world.guard.tenant(), () -> providers.remove(world.guard, id)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.work.run(world.stranger.tenant(), () -> providers.makeMain(world.stranger, id)))
                .isInstanceOf(Refusal.class);
        assertThat(main()).isEmpty();
    }

    private StorageProviders with(byte[] key) {
        var seals = new TenantSeals(world.work, new Secret(Base64.getEncoder().encodeToString(key)), world.clock);
        return new StorageProviders(world.work, seals, world.clock);
    }

    private static ProviderSettings settings(String bucket) {
        return new ProviderSettings.Bucket(new S3Settings(
                Optional.of(URI.create("https://minio.example.org:9000")),
                "eu-central-1",
                bucket,
                "cameras/",
                true,
                S3Checksums.WHEN_REQUIRED,
                "access",
                new Secret(SECRET)));
    }

    private static ProviderSettings container() {
        return new ProviderSettings.Container(new AzureSettings(
                Optional.empty(), "northquay", new Secret("YW4gYWNjb3VudCdzIGtleQ=="), "footage", "cameras/"));
    }

    private StorageProviderId add(Viewer viewer, String name) {
        return world.inTenant(
                viewer,
                () -> providers
                        .add(viewer, StorageProviderId.fresh(), new Name(name), settings("footage"))
                        .id());
    }

    private void makeMain(StorageProviderId id) {
        world.work.run(world.owner.tenant(), () -> providers.makeMain(world.owner, id));
    }

    private void remove(StorageProviderId id) {
        world.work.run(world.owner.tenant(), () -> providers.remove(world.owner, id));
    }

    private Optional<StorageProviderId> main() {
        return world.inTenant(
                world.owner, () -> providers.main(world.owner.tenant()).map(StorageProvider::id));
    }
}
