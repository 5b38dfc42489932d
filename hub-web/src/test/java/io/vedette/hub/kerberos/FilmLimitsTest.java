package io.vedette.hub.kerberos;

import static io.vedette.hub.kerberos.KerberosScene.chunk;
import static io.vedette.hub.kerberos.KerberosScene.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on its way has its room from the beginning, so that several at once never come to more than is allowed. */
class FilmLimitsTest {
    private static final byte[] FILM = TestFilms.fragmented(1, 3, 4000);
    private static final byte[] OTHER = TestFilms.fragmented(2, 3, 4000);
    private static final long ONE_AND_A_HALF = FILM.length * 3L / 2;

    private KerberosScene kerberos;
    private Scene scene;

    @BeforeEach
    void anEmptyVault(@TempDir Path vault) {
        kerberos = new KerberosScene(vault);
        scene = kerberos.scene;
    }

    @Test
    void whatIsComingCountsAgainstTheDay() {
        Admitted in = limited(new AccountLimits(ONE_AND_A_HALF, null, null, 5));
        Admitted one = limited(new AccountLimits(null, 1, null, 5));
        UploadId first = opened(begin(in, FILM.length));
        begin(one, FILM.length);

        assertThat(begin(in, OTHER.length)).isEqualTo(new Taken.Refused(Why.DAY_FULL));
        assertThat(begin(one, OTHER.length)).isEqualTo(new Taken.Refused(Why.DAY_FULL));

        assertThat(kerberos.films().giveUp(in, first)).isEmpty();
        assertThat(begin(in, OTHER.length)).isInstanceOf(Taken.Open.class);
    }

    @Test
    void whatIsComingCountsAgainstTheAccountsQuota() {
        Admitted in = limited(new AccountLimits(null, null, ONE_AND_A_HALF, 5));
        UploadId first = opened(begin(in, FILM.length));

        assertThat(begin(in, OTHER.length)).isEqualTo(new Taken.Refused(Why.NO_ROOM));

        assertThat(kerberos.films().giveUp(in, first)).isEmpty();
        assertThat(begin(in, OTHER.length)).isInstanceOf(Taken.Open.class);
    }

    @Test
    void whatIsComingUnderOneAccountCountsAgainstTheTenantsQuotaForAnother() {
        Admitted one = limited(AccountLimits.USUAL);
        Admitted two = limited(AccountLimits.USUAL);
        allow(ONE_AND_A_HALF);
        UploadId first = opened(begin(one, FILM.length));

        assertThat(begin(two, OTHER.length)).isEqualTo(new Taken.Refused(Why.NO_ROOM));

        assertThat(kerberos.films().append(one, first, chunk(0, FILM), Optional.empty()))
                .as("whoever has begun has room")
                .isInstanceOf(Taken.Stored.class);
        assertThat(begin(two, OTHER.length)).as("it is there now").isEqualTo(new Taken.Refused(Why.NO_ROOM));
    }

    @Test
    void whatIsHereAlreadyNeedsNoRoom() {
        Admitted in = limited(AccountLimits.USUAL);
        UploadId again = opened(begin(in, FILM.length));
        assertThat(kerberos.post(in, "device-1", FILM)).isInstanceOf(Taken.Stored.class);
        allow(FILM.length);

        assertThat(kerberos.films().append(in, again, chunk(0, FILM), Optional.empty()))
                .isInstanceOf(Taken.Stored.class);
        assertThat(kerberos.recordings()).hasSize(1);
    }

    @Test
    void whatNoLongerHasRoomWhenAllOfItIsHereIsRefused() {
        Admitted in = limited(AccountLimits.USUAL);
        UploadId id = opened(begin(in, FILM.length));
        allow(FILM.length - 1);

        assertThat(kerberos.films().append(in, id, chunk(0, FILM), Optional.empty()))
                .isEqualTo(new Taken.Refused(Why.NO_ROOM));
        assertThat(kerberos.recordings()).isEmpty();
    }

    @Test
    void oneOfUnknownLengthTakesAsMuchRoomAsAFilmMayHave() {
        Admitted in = limited(new AccountLimits(null, null, FilmParts.MOST_BYTES + 10, 5));

        assertThat(kerberos.films().begin(in, of("device-1"), OptionalLong.empty()))
                .isInstanceOf(Taken.Open.class);
        assertThat(begin(in, 11)).isEqualTo(new Taken.Refused(Why.NO_ROOM));
        assertThat(begin(in, 10)).isInstanceOf(Taken.Open.class);
    }

    @Test
    void ofManyThatBeginAtOnceNoMoreDoThanHaveRoom() {
        Admitted in = limited(new AccountLimits(null, null, 3L * FILM.length, 5));
        TakeFilm films = kerberos.films();

        long begun = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> films.begin(in, of("device-1"), OptionalLong.of(FILM.length)))
                .filter(Taken.Open.class::isInstance)
                .count();

        assertThat(begun).isEqualTo(3);
    }

    private Admitted limited(AccountLimits limits) {
        return kerberos.in(kerberos.pair(limits));
    }

    private Taken begin(Admitted in, long bytes) {
        return kerberos.films().begin(in, of("device-1"), OptionalLong.of(bytes));
    }

    private static UploadId opened(Taken taken) {
        return ((Taken.Open) taken).upload();
    }

    private void allow(long bytes) {
        scene.as(scene.owner, () -> {
            scene.quotas.set(
                    scene.owner.tenant(), Limit.STORED_BYTES, OptionalLong.of(bytes), "the contract", Scene.NOW);
            return bytes;
        });
    }
}
