package io.vedette.lab.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.lab.Clips;
import io.vedette.lab.clip.ClipFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
    @TempDir
    Path folder;

    private ClipFolder clip;

    @BeforeEach
    void make() throws IOException {
        clip = Clips.glimpse();
    }

    @Test
    void tellsWhatARecordingHolds() throws Exception {
        Path file = SampleRecording.write(clip, 20, 60, true, folder.resolve("a.mp4"));

        Decoded decoded = RecordingReader.decode(file);

        assertThat(decoded.width()).isEqualTo(1280);
        assertThat(decoded.height()).isEqualTo(720);
        assertThat(decoded.videoPackets()).isEqualTo(40);
        assertThat(decoded.keyPackets()).isEqualTo(2);
        assertThat(decoded.startsWithKey()).isTrue();
        assertThat(decoded.pictures()).hasSize(40);
        assertThat(decoded.decodeErrors()).isZero();
        assertThat(decoded.firstPosition()).isEqualTo(Optional.of(Duration.ofMillis(2000)));
        assertThat(decoded.lastPosition()).isEqualTo(Optional.of(Duration.ofMillis(5900)));
        assertThat(decoded.span()).isEqualTo(Duration.ofMillis(3900));
        assertThat(decoded.hasAudio()).isTrue();
        assertThat(decoded.audioDuration()).isBetween(Duration.ofMillis(3900), Duration.ofMillis(4100));
    }

    @Test
    void noticesWhatIsMissing() throws Exception {
        Path file = SampleRecording.write(clip, 5, 60, false, folder.resolve("a.mp4"));

        Decoded decoded = RecordingReader.decode(file);

        assertThat(decoded.hasAudio()).isFalse();
        assertThat(decoded.startsWithKey()).isFalse();
        assertThat(decoded.firstPosition()).isNotEqualTo(Optional.of(Duration.ofMillis(500)));
    }

    @Test
    void findsFaultWithDamagedBytes() throws Exception {
        Path file = SampleRecording.write(clip, 0, 60, false, folder.resolve("a.mp4"));
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 100_000; at < 140_000; at += 40) {
            bytes[at] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThat(RecordingReader.decode(file).decodeErrors()).isPositive();
    }

    @Test
    void findsFaultWithAPictureThatIsCutOff() throws Exception {
        Path stream = Clips.annexB(clip.main(), folder.resolve("a.h264"));
        byte[] raw = Files.readAllBytes(stream);

        assertThat(RecordingReader.decode(stream).decodeErrors()).isZero();
        Files.write(stream, Arrays.copyOf(raw, raw.length - 5000));

        assertThat(RecordingReader.decode(stream).decodeErrors()).isPositive();
    }

    @Test
    void whatIsNoMediaIsAFault() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mp4"), "no media at all");

        assertThatThrownBy(() -> RecordingReader.decode(file)).isInstanceOf(MediaFault.class);
        assertThatThrownBy(() -> RecordingReader.decode(folder.resolve("none.mp4")))
                .isInstanceOf(MediaFault.class);
    }
}
