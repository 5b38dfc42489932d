package io.vedette.hub.kerberos;

import static io.vedette.hub.kerberos.KerberosScene.chunk;
import static io.vedette.hub.kerberos.KerberosScene.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How films come over the line: how many at once, at which pace, and that one that is none does not come to its end. */
class FilmBodyTest {
    private static final byte[] FILM = TestFilms.fragmented(1, 3, 4000);

    private KerberosScene kerberos;
    private Admitted in;

    @BeforeEach
    void keysOfAcmes(@TempDir Path vault) {
        kerberos = new KerberosScene(vault);
        in = kerberos.in(kerberos.pair(AccountLimits.USUAL));
    }

    @Test
    void asManyFilmsComeAtOnceAsAnAccountHasPlacesAndTheOthersLater() {
        Admitted other = kerberos.in(kerberos.pair(AccountLimits.USUAL));
        List<Taken> meanwhile = new ArrayList<>();
        Runnable more = () -> {
            meanwhile.add(kerberos.post(in, "device-1", TestFilms.fragmented(50, 1, 50)));
            meanwhile.add(kerberos.post(other, "device-1", FILM));
        };
        for (int i = 0; i < Places.OF_ACCOUNT; i++) {
            Runnable further = more;
            byte[] film = TestFilms.fragmented(100 + i, 1, 50);
            more = () -> meanwhile.add(send(film, further));
        }

        more.run();

        assertThat(meanwhile.getFirst()).as("one too many").isEqualTo(new Taken.Refused(Why.BUSY));
        assertThat(meanwhile.subList(1, meanwhile.size()))
                .as("another account's, and those that had a place")
                .hasSize(Places.OF_ACCOUNT + 1)
                .allMatch(Taken.Stored.class::isInstance);
        assertThat(kerberos.post(in, "device-1", FILM)).as("afterwards").isInstanceOf(Taken.Stored.class);
    }

    @Test
    void oneThatTricklesIsCutAndWhatCameIsKept() {
        UploadId id = begin();
        InputStream trickle = new Meanwhile(new ByteArrayInputStream(FILM), 100, () -> pass(40));

        assertThat(append(id, trickle)).isEqualTo(new Taken.Refused(Why.CUT));
        assertThat(((Taken.Open) kerberos.films().offset(in, id)).offset()).isEqualTo(100);
    }

    @Test
    void oneThatStandsStillForAMomentIsTaken() {
        InputStream slow = new Meanwhile(new ByteArrayInputStream(FILM), FILM.length / 2, () -> pass(14));

        assertThat(append(begin(), slow)).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void oneThatIsSeenToBeNoFilmIsNotWaitedFor() {
        UploadId id = begin();
        AtomicInteger reads = new AtomicInteger();
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z'}, FILM.length);
        InputStream body = new Meanwhile(new ByteArrayInputStream(program), 4, reads::incrementAndGet);

        assertThat(append(id, body)).isEqualTo(new Taken.Refused(Why.NO_FILM));

        assertThat(reads).hasValue(2);
        assertThat(kerberos.films().offset(in, id)).isEqualTo(new Taken.Refused(Why.UNKNOWN));
    }

    @Test
    void itsFirstBytesMayComeInPieces() {
        UploadId wrong = begin();
        UploadId right = begin();

        assertThat(piece(wrong, 0, new byte[] {0, 0, 0, 16, 'f'})).isInstanceOf(Taken.Open.class);
        assertThat(piece(wrong, 5, new byte[] {'r', 'e', 'e', 0})).isEqualTo(new Taken.Refused(Why.NO_FILM));
        assertThat(piece(right, 0, Arrays.copyOf(FILM, 5))).isInstanceOf(Taken.Open.class);
        assertThat(piece(right, 5, Arrays.copyOfRange(FILM, 5, FILM.length))).isInstanceOf(Taken.Stored.class);
    }

    private Taken piece(UploadId id, long offset, byte[] bytes) {
        return kerberos.films().append(in, id, chunk(offset, bytes), Optional.empty());
    }

    private UploadId begin() {
        return ((Taken.Open) kerberos.films().begin(in, of("device-1"), OptionalLong.of(FILM.length))).upload();
    }

    private Taken append(UploadId id, InputStream body) {
        return kerberos.films().append(in, id, new Chunk(0, FILM.length, body), Optional.empty());
    }

    private Taken send(byte[] film, Runnable meanwhile) {
        InputStream body = new Meanwhile(new ByteArrayInputStream(film), film.length, meanwhile);
        return kerberos.films()
                .whole(in, of("device-1"), OptionalLong.of(film.length), new Chunk(0, film.length, body));
    }

    private void pass(long seconds) {
        kerberos.nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    /** Gives so many bytes at a time; before each of them, something happens. */
    private static final class Meanwhile extends InputStream {
        private final InputStream bytes;
        private final int most;
        private final Runnable meanwhile;

        Meanwhile(InputStream bytes, int most, Runnable meanwhile) {
            this.bytes = bytes;
            this.most = most;
            this.meanwhile = meanwhile;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws java.io.IOException {
            meanwhile.run();
            return bytes.read(buffer, offset, Math.min(most, length));
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads byte by byte");
        }
    }
}
