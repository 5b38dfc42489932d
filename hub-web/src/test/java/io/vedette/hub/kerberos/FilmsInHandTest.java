package io.vedette.hub.kerberos;

import static io.vedette.hub.kerberos.KerberosScene.chunk;
import static io.vedette.hub.kerberos.KerberosScene.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.intake.Appending;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One film has one end: it becomes a recording, or it is thrown away, whatever is asked of it meanwhile. */
class FilmsInHandTest {
    private static final byte[] FILM = TestFilms.fragmented(1, 3, 4000);
    private static final S3Settings BUCKET = new S3Settings(
            Optional.of(URI.create("http://127.0.0.1:1")),
            "us-east-1",
            "footage",
            "",
            true,
            S3Checksums.WHEN_REQUIRED,
            "access",
            new Secret("a secret"));
    private static final Taken BUSY = new Taken.Refused(Why.BUSY);

    private KerberosScene kerberos;
    private Scene scene;
    private Admitted in;

    @BeforeEach
    void keysOfAcmes(@TempDir Path vault) {
        kerberos = new KerberosScene(vault);
        scene = kerberos.scene;
        in = kerberos.in(kerberos.pair(AccountLimits.USUAL));
    }

    @Test
    void oneThatIsBeingStoredIsNeitherSentAgainNorTakenAway() {
        UploadId id = begin();
        List<Taken> meanwhile = new ArrayList<>();
        kerberos.whileStoring(() -> {
            meanwhile.add(kerberos.films().offset(in, id));
            meanwhile.add(append(id));
            meanwhile.add(kerberos.films()
                    .giveUp(in, id)
                    .<Taken>map(Taken.Refused::new)
                    .orElseThrow());
            kerberos.upkeep(Duration.ofHours(25));
        });

        assertThat(append(id)).isInstanceOf(Taken.Stored.class);

        assertThat(meanwhile).containsExactly(BUSY, BUSY, BUSY);
        assertOneIsKept();
    }

    @Test
    void whoeverComesToFinishOneThatIsARecordingTakesNothingOfItAway() {
        UploadId id = begin();
        KerberosUpload upload = upload(id);
        assertThat(append(id)).isInstanceOf(Taken.Stored.class);
        FilmParts parts = kerberos.parts();
        assertThat(parts.append(id, OptionalLong.of(FILM.length), chunk(0, FILM)))
                .isEqualTo(new Appending.Complete());

        assertThat(kerberos.finish(parts, scene.clock).finish(in, upload)).isEqualTo(new Taken.Refused(Why.UNKNOWN));

        assertOneIsKept();
        assertThat(parts.held()).isEmpty();
    }

    @Test
    void oneThatIsBeingThrownAwayBecomesNoRecordingWhateverTheClockSays() {
        UploadId id = begin();
        kerberos.vaultAnswers(false); // so that its row stays until the vault is back
        Clock later = Clock.fixed(Scene.NOW.plusSeconds(1), ZoneOffset.UTC);
        assertThat(kerberos.films(later).giveUp(in, id)).isEmpty();

        boolean claimed = scene.as(scene.owner, () -> kerberos.book.claim(in.tenant(), id, Scene.NOW));

        assertThat(claimed).isFalse();
    }

    @Test
    void thePlaceToWhichOneIsOnItsWayIsNotTakenAway() {
        StorageProviderId place = scene.as(scene.owner, () -> {
            var id = StorageProviderId.fresh();
            scene.providers.add(scene.owner, id, new Name("Archive"), new ProviderSettings.Bucket(BUCKET));
            scene.providers.makeMain(scene.owner, id);
            return id;
        });
        UploadId id = begin();
        scene.work.run(in.tenant(), () -> scene.providers.useFolder(scene.owner));
        Runnable remove = () -> scene.providers.remove(scene.owner, place);

        assertThatThrownBy(() -> scene.work.run(in.tenant(), remove)).isInstanceOf(Refusal.class);

        scene.work.run(in.tenant(), () -> kerberos.book.drop(in.tenant(), id));
        scene.work.run(in.tenant(), remove);
        assertThat(scene.as(scene.owner, () -> scene.providers.all(in.tenant())))
                .isEmpty();
    }

    private void assertOneIsKept() {
        assertThat(kerberos.recordings())
                .singleElement()
                .satisfies(one ->
                        assertThat(scene.store.verify(one.fileKey()).bytes()).isEqualTo(FILM.length));
        try (var blobs = scene.store.list(BlobPrefix.of(in.tenant()))) {
            assertThat(blobs).hasSize(1);
        }
    }

    private UploadId begin() {
        return ((Taken.Open) kerberos.films().begin(in, of("device-1"), OptionalLong.of(FILM.length))).upload();
    }

    private KerberosUpload upload(UploadId id) {
        return scene.as(
                scene.owner,
                () -> kerberos.book.upload(in.tenant(), in.account(), id).orElseThrow());
    }

    private Taken append(UploadId id) {
        return kerberos.films().append(in, id, chunk(0, FILM), Optional.empty());
    }
}
