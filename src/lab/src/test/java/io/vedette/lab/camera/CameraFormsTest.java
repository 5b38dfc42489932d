package io.vedette.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.clip.ClipForm.Pictures;
import io.vedette.lab.clip.ClipForm.Sound;
import io.vedette.lab.clip.ClipPlan;
import io.vedette.lab.reader.MediaFault;
import io.vedette.lab.reader.StreamReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of pictures and sound, and the ways in, as a player of others' making meets them. */
@Timeout(120)
class CameraFormsTest {
    private static final CameraLogin LOGIN = new CameraLogin("watcher", "secret");

    @TempDir
    Path folder;

    private static ClipFolder clip(ClipForm form) throws IOException {
        return ClipFolder.ensure(Path.of("target", "clips"), ClipPlan.glimpse().in(form));
    }

    private static StreamReader open(String url, String transport) throws MediaFault {
        return StreamReader.open(
                url, LOGIN.user(), LOGIN.password(), transport, Duration.ofSeconds(10), System::nanoTime);
    }

    @ParameterizedTest
    @CsvSource({"H264, AAC", "H264, PCMU", "H264, PCMA", "H264, L16", "H264, OPUS", "H265, AAC", "H265, OPUS"})
    void everyFormIsPlayedWithoutAFault(Pictures pictures, Sound sound) throws Exception {
        ClipForm form = new ClipForm(pictures, sound);
        try (TestCamera camera = TestCamera.start(clip(form), LOGIN, 0, Clock.systemUTC());
                StreamReader reader = open(camera.mainUrl(), "tcp")) {
            Duration before = Duration.ZERO;
            for (int picture = 0; picture < 25; picture++) {
                StreamReader.Seen seen = reader.next().orElseThrow();
                assertThat(seen.clock())
                        .as("the burnt-in clock of picture %d", picture)
                        .isPresent();
                assertThat(seen.clock().get()).isNotEqualTo(before);
                before = seen.clock().get();
            }
            assertThat(reader.audioPackets()).isGreaterThan(20);
            assertThat(reader.decodeErrors()).isZero();
        }
    }

    @Test
    void packetsByUdpMakeTheSamePictures() throws Exception {
        try (TestCamera camera = TestCamera.start(clip(ClipForm.USUAL), LOGIN, 0, Clock.systemUTC());
                StreamReader reader = open(camera.mainUrl(), "udp")) {
            for (int picture = 0; picture < 25; picture++) {
                assertThat(reader.next().orElseThrow().clock()).isPresent();
            }
            assertThat(reader.audioPackets()).isGreaterThan(20);
            assertThat(reader.decodeErrors()).isZero();
        }
    }

    @Test
    void basicAuthenticationTakesTheRightPasswordAndNoOther() throws Exception {
        CameraDoor door = CameraDoor.usual(LOGIN).withBasic();
        try (TestCamera camera = TestCamera.start(clip(ClipForm.USUAL), door, 0, Clock.systemUTC())) {
            try (StreamReader reader = open(camera.mainUrl(), "tcp")) {
                assertThat(reader.next()).isPresent();
            }
            assertThatThrownBy(() -> StreamReader.open(
                            camera.mainUrl(), "watcher", "other", "tcp", Duration.ofSeconds(5), System::nanoTime))
                    .isInstanceOf(MediaFault.class);
        }
    }

    @Test
    void overTlsItIsTheCameraOfItsCertificate() throws Exception {
        CameraCertificate certificate = CameraCertificate.make(folder, "ip:127.0.0.1");
        CameraDoor door = CameraDoor.usual(LOGIN).withTls(certificate.context());
        try (TestCamera camera = TestCamera.start(clip(ClipForm.USUAL), door, 0, Clock.systemUTC());
                StreamReader reader = open(camera.mainUrl(), "tcp")) {
            assertThat(camera.mainUrl()).startsWith("rtsps://");
            assertThat(reader.next()).isPresent();
        }
    }
}
