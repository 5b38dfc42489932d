package io.vedette.hub.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.media.FileScan;
import io.vedette.contracts.media.ForeignScan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignScanTest {
    @TempDir
    private Path folder;

    @Test
    void aFilmInFragmentsIsReadAroundItsIndexAndTheRoomThatItKeepsFree() throws IOException {
        byte[] film = TestFilms.fragmented(1, 3, 2000);

        assertThat(scan(film)).hasValueSatisfying(found -> {
            assertThat(found.durationMs()).isEqualTo(3000);
            assertThat(found.fragments()).isEqualTo(3);
            assertThat(found.wholeBytes()).isEqualTo(film.length);
            assertThat(found.description().width()).isEqualTo(640);
            assertThat(found.description().mime()).isEqualTo("video/mp4; codecs=\"avc1.42c01f\"");
        });
    }

    @Test
    void aFilmInOnePieceIsReadToo() throws IOException {
        assertThat(scan(TestFilms.plain(7))).hasValueSatisfying(found -> {
            assertThat(found.durationMs()).isEqualTo(7000);
            assertThat(found.fragments()).isZero();
        });
    }

    @Test
    void oneThatIsCutAnywhereButBetweenItsFragmentsIsNone() throws IOException {
        byte[] film = TestFilms.fragmented(1, 1, 50);
        for (int length = 0; length < film.length; length++) {
            assertThat(scan(Arrays.copyOf(film, length))).as("%d bytes", length).isEmpty();
        }
        assertThat(scan(film)).isPresent();
    }

    @Test
    void whatIsNoFilmIsNone() throws IOException {
        byte[] film = TestFilms.fragmented(1, 1, 50);
        List<byte[]> others = List.of(
                new byte[5000],
                "MZ this is a program that somebody calls a film".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                TestFilms.joined(TestFilms.box("ftyp", new byte[8]), TestFilms.box("mdat", new byte[100])),
                TestFilms.start(0),
                TestFilms.joined(film, TestFilms.box("evil", new byte[8])),
                TestFilms.joined(film, new byte[4]),
                TestFilms.joined(TestFilms.box("free", new byte[8]), film),
                TestFilms.joined(film, TestFilms.start(0)));

        for (byte[] other : others) {
            assertThat(scan(other)).isEmpty();
        }
    }

    @Test
    void aBoxThatClaimsMoreThanThereIsOrShouldBeIsNotReadIntoMemory() throws IOException {
        byte[] start = TestFilms.start(0);
        for (int claimed : new int[] {0, 1, 7, Integer.MAX_VALUE, -1}) {
            byte[] lying = start.clone();
            ByteBuffer.wrap(lying).putInt(16, claimed); // of the moov behind the ftyp
            assertThat(scan(TestFilms.joined(lying, TestFilms.second(1, 50)))).isEmpty();
        }
        byte[] large = TestFilms.joined(
                TestFilms.box("ftyp", new byte[8]), TestFilms.box("moov", new byte[2 << 20]), TestFilms.second(1, 9));
        assertThat(scan(large)).isEmpty();
    }

    @Test
    void noiseInAFilmIsNoFault() throws IOException {
        byte[] film = TestFilms.fragmented(1, 2, 200);
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] noisy = film.clone();
            for (int j = 0; j < 4; j++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
            }
            Optional<FileScan> found = scan(noisy);
            found.ifPresent(one -> assertThat(one.durationMs()).isNotNegative());
        }
    }

    private Optional<FileScan> scan(byte[] bytes) throws IOException {
        return ForeignScan.of(Files.write(folder.resolve("film.mp4"), bytes));
    }
}
