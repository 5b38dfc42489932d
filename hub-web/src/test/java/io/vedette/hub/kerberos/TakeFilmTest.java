package io.vedette.hub.kerberos;

import static io.vedette.hub.kerberos.KerberosScene.chunk;
import static io.vedette.hub.kerberos.KerberosScene.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.vaults.accounts.AccountKind;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccounts;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real database, a real vault and films of the least size. */
class TakeFilmTest {
    private static final byte[] FILM = TestFilms.fragmented(1, 3, 4000);

    private KerberosScene kerberos;
    private Scene scene;
    private VaultAccounts.Made made;
    private Admitted in;

    @BeforeEach
    void keysOfAcmes(@TempDir Path vault) {
        kerberos = new KerberosScene(vault);
        scene = kerberos.scene;
        made = kerberos.pair(AccountLimits.USUAL);
        in = kerberos.in(made);
    }

    @Test
    void aFilmInOneBodyIsARecordingOfACameraThatAppears() {
        assertThat(kerberos.post(in, "device-1", FILM)).isInstanceOf(Taken.Stored.class);

        assertThat(kerberos.recordings()).singleElement().satisfies(recording -> {
            assertThat(recording.place()).isEqualTo(Place.VAULT);
            assertThat(recording.startedAt()).isEqualTo(Scene.NOW.minusSeconds(60));
            assertThat(recording.duration()).isEqualTo(Duration.ofSeconds(3));
            assertThat(recording.bytes()).isEqualTo(FILM.length);
            assertThat(recording.sha256()).isEqualTo(Sha256.of(FILM).hex());
            assertThat(scene.store.verify(recording.fileKey()).bytes()).isEqualTo(FILM.length);
            assertThat(scene.as(
                            scene.owner,
                            () -> kerberos.cameras
                                    .find(scene.owner, recording.camera())
                                    .orElseThrow()
                                    .name()))
                    .isEqualTo("gate of device-1");
        });
        assertThat(kerberos.count("select count(e) from OutboxEvent e where e.tenant = :tenant"))
                .isEqualTo(1);
    }

    @Test
    void aSecondFilmIsOfTheSameCameraAndAnotherDeviceOfAnother() {
        kerberos.post(in, "device-1", FILM);
        kerberos.post(in, "device-1", TestFilms.fragmented(2, 1, 500));
        kerberos.post(in, "device-2", TestFilms.fragmented(3, 1, 500));

        assertThat(kerberos.recordings().stream().map(Recording::camera).distinct())
                .hasSize(2);
        assertThat(kerberos.recordings()).hasSize(3);
    }

    @Test
    void theSameBytesAgainAreStoredOnce() {
        kerberos.post(in, "device-1", FILM);

        assertThat(kerberos.post(in, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.films().whole(in, of("device-1", Scene.NOW), OptionalLong.of(FILM.length), chunk(0, FILM)))
                .as("under another name")
                .isInstanceOf(Taken.Stored.class);

        assertThat(kerberos.recordings()).hasSize(1);
        assertThat(blobs()).hasSize(1);
        assertThat(sentToday()).as("it counts once").isEqualTo(1);
    }

    @Test
    void aFilmComesInPiecesWithACutAndAStartOfTheHubInBetween() {
        UploadId id = begin(FILM.length);
        var broken = new Chunk(0, 5000, new ByteArrayInputStream(FILM, 0, 2000));

        assertThat(kerberos.films().append(in, id, broken, Optional.empty())).isEqualTo(new Taken.Refused(Why.CUT));
        Taken.Open stands = (Taken.Open) kerberos.films().offset(in, id);
        assertThat(stands.offset()).isEqualTo(2000);

        assertThat(kerberos.films().append(in, id, chunk(0, part(0, 9)), Optional.empty()))
                .isEqualTo(new Taken.Refused(Why.WRONG_OFFSET));
        assertThat(kerberos.films().append(in, id, chunk(2000, part(2000, 6000)), Optional.empty()))
                .isInstanceOf(Taken.Open.class);
        assertThat(kerberos.films().append(in, id, chunk(6000, part(6000, FILM.length)), Optional.empty()))
                .isEqualTo(new Taken.Stored(FILM.length));

        assertThat(kerberos.recordings())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.sha256()).isEqualTo(Sha256.of(FILM).hex()));
        assertThat(kerberos.films().offset(in, id)).as("over").isEqualTo(new Taken.Refused(Why.UNKNOWN));
    }

    @Test
    void aPieceThatDoesNotComeToItsChecksumLeavesNothingBehind() throws Exception {
        UploadId id = begin(FILM.length);
        byte[] first = part(0, 3000);
        Checksum right = sum(first);

        assertThat(kerberos.films().append(in, id, chunk(0, first), Optional.of(sum(part(0, 2999)))))
                .isEqualTo(new Taken.Refused(Why.WRONG_SUM));
        byte[] damaged = first.clone();
        damaged[5] = 0;
        assertThat(kerberos.films().append(in, id, chunk(0, damaged), Optional.of(sum(first))))
                .as("also not in its first bytes")
                .isEqualTo(new Taken.Refused(Why.WRONG_SUM));
        assertThat(((Taken.Open) kerberos.films().offset(in, id)).offset()).isZero();
        assertThat(kerberos.films().append(in, id, chunk(0, first), Optional.of(right)))
                .isInstanceOf(Taken.Open.class);
        assertThat(kerberos.films().append(in, id, chunk(3000, part(3000, FILM.length)), Optional.of(sum(part(0, 5)))))
                .as("also not with the last of them")
                .isEqualTo(new Taken.Refused(Why.WRONG_SUM));
        assertThat(((Taken.Open) kerberos.films().offset(in, id)).offset()).isEqualTo(3000);
        assertThat(kerberos.films()
                        .append(
                                in,
                                id,
                                chunk(3000, part(3000, FILM.length)),
                                Optional.of(sum(part(3000, FILM.length)))))
                .isInstanceOf(Taken.Stored.class);
    }

    @Test
    void whatIsNoFilmLeavesNothingBehind() {
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z'}, 3000);

        assertThat(kerberos.post(in, "device-1", program)).isEqualTo(new Taken.Refused(Why.NO_FILM));
        assertThat(kerberos.post(in, "device-1", Arrays.copyOf(FILM, FILM.length - 1)))
                .isEqualTo(new Taken.Refused(Why.NO_FILM));

        assertThat(kerberos.recordings()).isEmpty();
        assertThat(blobs()).isEmpty();
        assertThat(kerberos.count("select count(u) from KerberosUpload u where u.tenant = :tenant"))
                .isZero();
    }

    @Test
    void aBodyThatEndsBeforeItsTimeLeavesNothingBehind() {
        var cut = new Chunk(0, FILM.length, new ByteArrayInputStream(FILM, 0, 100));

        assertThat(kerberos.films().whole(in, of("device-1"), OptionalLong.of(FILM.length), cut))
                .isEqualTo(new Taken.Refused(Why.CUT));
        assertThat(kerberos.count("select count(u) from KerberosUpload u where u.tenant = :tenant"))
                .isZero();
    }

    @Test
    void aBodyOfUnknownLengthIsTakenWhole() {
        assertThat(kerberos.films()
                        .whole(in, of("device-1"), OptionalLong.empty(), new Chunk(0, new ByteArrayInputStream(FILM))))
                .isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.recordings()).hasSize(1);
    }

    @Test
    void noMoreCamerasAppearThanTheAccountMayBring() {
        Admitted one = kerberos.in(kerberos.pair(new AccountLimits(null, null, null, 1)));

        assertThat(kerberos.post(one, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.post(one, "device-2", FILM)).isEqualTo(new Taken.Refused(Why.NO_CAMERA));
        assertThat(kerberos.post(one, "device-1", TestFilms.fragmented(2, 1, 9)))
                .isInstanceOf(Taken.Stored.class);
    }

    @Test
    void aCameraThatWasTakenAwayDoesNotComeBack() {
        kerberos.post(in, "device-1", FILM);
        var camera = kerberos.recordings().getFirst().camera();
        scene.as(scene.owner, () -> {
            new Tombstones(scene.work, scene.clock).bury(scene.owner, List.of(camera));
            return camera;
        });

        assertThat(kerberos.post(in, "device-1", TestFilms.fragmented(2, 1, 9)))
                .isEqualTo(new Taken.Refused(Why.NO_CAMERA));
    }

    @Test
    void moreThanADayMayBringWaitsForTheNext() {
        Admitted one = kerberos.in(kerberos.pair(new AccountLimits(null, 1, null, 5)));
        Admitted few = kerberos.in(kerberos.pair(new AccountLimits((long) FILM.length, null, null, 5)));

        assertThat(kerberos.post(one, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.post(one, "device-1", TestFilms.fragmented(2, 1, 9)))
                .isEqualTo(new Taken.Refused(Why.DAY_FULL));
        assertThat(kerberos.post(few, "device-1", TestFilms.fragmented(2, 4, 4000)))
                .isEqualTo(new Taken.Refused(Why.DAY_FULL));
        assertThat(kerberos.post(few, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void moreThanTheAccountsQuotaOrTheTenantsIsRefusedBeforeAndAfterItsBytes() {
        Admitted little = kerberos.in(kerberos.pair(new AccountLimits(null, null, FILM.length + 100L, 5)));
        assertThat(kerberos.post(little, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.post(little, "device-1", TestFilms.fragmented(2, 1, 200)))
                .isEqualTo(new Taken.Refused(Why.NO_ROOM));

        scene.as(scene.owner, () -> {
            scene.quotas.set(
                    scene.owner.tenant(), Limit.STORED_BYTES, OptionalLong.of(FILM.length + 50L), "a test", Scene.NOW);
            return true;
        });
        byte[] more = TestFilms.fragmented(5, 1, 200);
        assertThat(kerberos.post(in, "device-9", more)).isEqualTo(new Taken.Refused(Why.NO_ROOM));
        assertThat(kerberos.films()
                        .whole(in, of("device-9"), OptionalLong.empty(), new Chunk(0, new ByteArrayInputStream(more))))
                .as("nobody knew its length before")
                .isEqualTo(new Taken.Refused(Why.NO_ROOM));
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void anUploadOfOneAccountIsNoneOfAnother() {
        UploadId id = begin(FILM.length);
        Admitted other = kerberos.in(kerberos.pair(AccountLimits.USUAL));

        assertThat(kerberos.films().offset(other, id)).isEqualTo(new Taken.Refused(Why.UNKNOWN));
        assertThat(kerberos.films().append(other, id, chunk(0, FILM), Optional.empty()))
                .isEqualTo(new Taken.Refused(Why.UNKNOWN));
        assertThat(kerberos.films().giveUp(other, id)).contains(Why.UNKNOWN);
        assertThat(kerberos.films().giveUp(in, id)).isEmpty();
        assertThat(kerberos.films().offset(in, id)).isEqualTo(new Taken.Refused(Why.UNKNOWN));
    }

    @Test
    void whatAnAccountWasSendingIsNotKeptOnceItIsOff() {
        UploadId id = begin(FILM.length);
        scene.as(scene.owner, () -> {
            kerberos.accounts.enable(scene.owner, made.account().id(), false);
            return id;
        });

        assertThat(kerberos.films().append(in, id, chunk(0, FILM), Optional.empty()))
                .isEqualTo(new Taken.Refused(Why.NO_CAMERA));
        assertThat(kerberos.recordings()).isEmpty();
        assertThat(blobs()).isEmpty();
    }

    @Test
    void whatNobodyGoesOnSendingIsThrownAway() {
        UploadId id = begin(FILM.length);
        kerberos.films().append(in, id, chunk(0, part(0, 2000)), Optional.empty());

        kerberos.lastByteAt(id, Scene.NOW.plus(Duration.ofHours(22)));
        kerberos.upkeep(Duration.ofHours(22).plusMinutes(59));
        assertThat(kerberos.films().offset(in, id)).isInstanceOf(Taken.Open.class);
        kerberos.upkeep(Duration.ofHours(23));

        assertThat(kerberos.films().offset(in, id)).isEqualTo(new Taken.Refused(Why.UNKNOWN));
    }

    @Test
    void whatTakesMoreThanADayIsThrownAwayEvenWhileItComes() {
        UploadId id = begin(FILM.length);
        kerberos.films().append(in, id, chunk(0, part(0, 2000)), Optional.empty());

        kerberos.lastByteAt(id, Scene.NOW.plus(Duration.ofHours(24)));
        kerberos.upkeep(Duration.ofHours(24));

        assertThat(kerberos.films().offset(in, id)).isEqualTo(new Taken.Refused(Why.UNKNOWN));
    }

    @Test
    void ofWhatNothingCameForAnHourNothingIsLeftToBlockOthers() {
        Admitted one = kerberos.in(kerberos.pair(new AccountLimits(null, 1, null, 5)));
        Taken.Open empty = (Taken.Open) kerberos.films().begin(one, of("device-1"), OptionalLong.of(FILM.length));
        assertThat(empty.until()).isEqualTo(Scene.NOW.plus(Duration.ofHours(1)));
        assertThat(kerberos.post(one, "device-1", FILM)).isEqualTo(new Taken.Refused(Why.DAY_FULL));

        kerberos.upkeep(Duration.ofHours(1));

        assertThat(kerberos.post(one, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void aVaultThatGoesAwayBeforeTheRowIsMadeLosesNothingAndKeepsNothingTwice() {
        UploadId id = begin(FILM.length);
        kerberos.vaultAnswers(false);

        assertThat(kerberos.films().append(in, id, chunk(0, FILM), Optional.empty()))
                .isEqualTo(new Taken.Refused(Why.BUSY));
        assertThat(kerberos.recordings()).isEmpty();

        kerberos.vaultAnswers(true);
        assertThat(kerberos.films().append(in, id, chunk(0, FILM), Optional.empty()))
                .isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.recordings()).hasSize(1);
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void whatAVaultThatWentAwayHasOfAFilmWithoutARowIsThrownAwayOnceItIsBack() {
        kerberos.vaultAnswers(false);
        assertThat(kerberos.post(in, "device-1", FILM)).isEqualTo(new Taken.Refused(Why.BUSY));
        kerberos.upkeep(Duration.ofMinutes(1));

        kerberos.vaultAnswers(true);
        assertThat(blobs()).as("it took it").hasSize(1);
        kerberos.upkeep(Duration.ofMinutes(2));

        assertThat(blobs()).isEmpty();
        assertThat(kerberos.post(in, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void aFilmThatWasGivenUpIsNotFinished() {
        UploadId id = begin(FILM.length);
        kerberos.films().append(in, id, chunk(0, part(0, 2000)), Optional.empty());

        assertThat(kerberos.films().giveUp(in, id)).isEmpty();

        assertThat(kerberos.films().append(in, id, chunk(2000, part(2000, FILM.length)), Optional.empty()))
                .isEqualTo(new Taken.Refused(Why.UNKNOWN));
        assertThat(kerberos.recordings()).isEmpty();
    }

    @Test
    void aScriptSendsInTheSameWay() {
        var script = kerberos.pair(scene.owner, kerberos.site, AccountKind.SCRIPT, AccountLimits.USUAL);

        assertThat(kerberos.post(kerberos.in(script), "archive", TestFilms.plain(5)))
                .isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.recordings())
                .singleElement()
                .satisfies(one -> assertThat(one.duration()).isEqualTo(Duration.ofSeconds(5)));
    }

    private UploadId begin(long bytes) {
        return ((Taken.Open) kerberos.films().begin(in, of("device-1"), OptionalLong.of(bytes))).upload();
    }

    private static byte[] part(int from, int to) {
        return Arrays.copyOfRange(FILM, from, to);
    }

    private static Checksum sum(byte[] bytes) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return Checksum.read("sha256 " + Base64.getEncoder().encodeToString(digest))
                .orElseThrow();
    }

    private List<BlobEntry> blobs() {
        try (var all = scene.store.list(BlobPrefix.of(scene.owner.tenant()))) {
            return all.toList();
        }
    }

    private int sentToday() {
        return scene.as(
                scene.owner,
                () -> kerberos.accounts
                        .get(scene.owner.tenant(), made.account().id())
                        .sentToday(Scene.NOW)
                        .recordings());
    }
}
