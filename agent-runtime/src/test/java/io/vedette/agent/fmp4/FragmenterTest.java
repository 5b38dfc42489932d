package io.vedette.agent.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.media.FileScan;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmenterTest {
    @TempDir
    Path folder;

    @Test
    void aFileCutAfterAnyWholeFragmentDecodesWithoutAFault() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(45);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes(clip.init().bytes()));
        long ticks = 0;
        for (MediaFragment fragment : clip.fragments()) {
            file.write(bytes(fragment.bytes()));
            ticks += fragment.videoTicks();

            Decoded decoded = RecordingReader.decode(Files.write(folder.resolve("cut.mp4"), file.toByteArray()));

            assertThat(decoded.decodeErrors()).isZero();
            assertThat(decoded.pictures()).hasSize((int) (ticks / 9000));
            assertThat(decoded.startsWithKey()).isTrue();
            assertThat(decoded.width()).isEqualTo(1280);
        }
        assertThat(ticks).isEqualTo(45 * 9000L);
    }

    @Test
    void eachKeyFrameBeginsAFragmentAndNoneLastsMuchLongerThanAQuarterOfASecond() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(60);

        List<MediaFragment> keys =
                clip.fragments().stream().filter(MediaFragment::key).toList();
        assertThat(keys).extracting(MediaFragment::videoStart).containsExactly(0L, 180_000L, 360_000L);
        assertThat(clip.fragments()).allSatisfy(f -> assertThat(f.videoTicks()).isLessThanOrEqualTo(27_000));
    }

    /** So a camera that has come back is recorded and seen from its first picture on, not a quarter of a second later. */
    @Test
    void theVeryFirstFragmentIsOfOnePictureAndTheNextOnesAreNot() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(60);

        assertThat(clip.fragments().get(0).videoTicks()).isEqualTo(9_000);
        assertThat(clip.fragments().get(1).videoTicks()).isEqualTo(27_000);
        assertThat(clip.fragments()).filteredOn(f -> f.videoTicks() < 18_000).hasSizeLessThan(5);
    }

    @Test
    void soundIsCompleteAndItsLengthExact() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(60);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes(clip.init().bytes()));
        for (MediaFragment fragment : clip.fragments()) {
            file.write(bytes(fragment.bytes()));
        }

        Decoded decoded = RecordingReader.decode(Files.write(folder.resolve("whole.mp4"), file.toByteArray()));

        // 5.9 s of it came before the last picture, and one frame is always held back
        assertThat(decoded.audioDuration()).isBetween(Duration.ofMillis(5_800), Duration.ofMillis(6_000));
        assertThat(decoded.audioDuration().toNanos()).isEqualTo(decoded.audioPackets() * 64_000_000L);
    }

    @Test
    void aFileCutAnywhereIsKnownUpToItsLastWholeFragment() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(12);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes(clip.init().bytes()));
        List<Integer> ends = new ArrayList<>();
        for (MediaFragment fragment : clip.fragments()) {
            file.write(bytes(fragment.bytes()));
            ends.add(file.size());
        }
        byte[] whole = file.toByteArray();

        for (int length = 0; length <= whole.length; length += length < 1500 ? 7 : 997) {
            Path cut = Files.write(folder.resolve("cut.mp4"), java.util.Arrays.copyOf(whole, length));
            int at = length;
            int lastEnd = ends.stream().filter(end -> end <= at).reduce(0, Math::max);
            Optional<FileScan> scan = FileScan.of(cut);
            assertThat(scan.map(FileScan::wholeBytes).orElse(0L)).isEqualTo(lastEnd);
        }
    }

    @Test
    void whatAFileSaysOfItselfIsWhatTheFragmenterWasTold() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(30);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes(clip.init().bytes()));
        for (MediaFragment fragment : clip.fragments()) {
            file.write(bytes(fragment.bytes()));
        }

        FileScan scan = FileScan.of(Files.write(folder.resolve("whole.mp4"), file.toByteArray()))
                .orElseThrow();

        assertThat(scan.durationMs()).isEqualTo(3000);
        assertThat(scan.fragments()).isEqualTo(clip.fragments().size());
        assertThat(scan.description().mime()).isEqualTo(clip.init().mime());
        assertThat(scan.description().width()).isEqualTo(1280);
        assertThat(scan.description().height()).isEqualTo(720);
    }

    @Test
    void aSecondDescriptionEndsWhatIsBelieved() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(12);
        byte[] init = bytes(clip.init().bytes());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(init);
        file.write(bytes(clip.fragments().getFirst().bytes()));
        int end = file.size();
        int moov = ByteBuffer.wrap(init).getInt(); // what comes first is the type of the file
        file.write(init, moov, init.length - moov);
        file.write(bytes(clip.fragments().get(1).bytes()));

        FileScan scan = FileScan.of(Files.write(folder.resolve("twice.mp4"), file.toByteArray()))
                .orElseThrow();

        assertThat(scan.wholeBytes()).isEqualTo(end);
    }

    @Test
    void rubbishIsNoRecordingAndNoFault() throws Exception {
        byte[] rubbish = new byte[5000];
        new java.util.Random(7).nextBytes(rubbish);

        assertThat(FileScan.of(Files.write(folder.resolve("rubbish"), rubbish))).isEmpty();
        assertThat(H264Config.in(ByteBuffer.wrap(rubbish))).isEmpty();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
