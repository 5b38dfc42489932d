package io.vedette.agent.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamEnded.Why;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.fmp4.VideoConfig;
import io.vedette.agent.pipeline.Packet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.ffmpeg.global.avdevice;
import org.junit.jupiter.api.Test;

/** Cameras at this machine, as far as that can be tried where there is none. */
class DeviceInputTest {
    private static final StreamAddress NOWHERE = StreamAddress.of("v4l2:/dev/video99");

    private static void ends(ThrowingCallable opening, Why why, String detail) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        StreamEnded.class, ended -> assertThat(ended.why()).isEqualTo(why))
                .hasMessageContaining(detail);
    }

    @Test
    void aDeviceThatIsNotThereIsSaidNotToBe() {
        assumeFalse(Files.exists(Path.of("/dev/video99")), "a camera is plugged in there");

        ends(() -> DeviceInput.open(NOWHERE, new StreamStop()), Why.NO_DEVICE, "/dev/video99");
    }

    @Test
    void aLibraryThatIsMissingIsNamedAndWhatToInstallIsSaid() {
        Throwable loader = new UnsatisfiedLinkError("/cache/libjniavdevice.so: libpulse.so.0: cannot open shared object"
                + " file: No such file or directory");

        ends(
                () -> DeviceInput.load(() -> {
                    throw (LinkageError)
                            new UnsatisfiedLinkError("no jniavdevice in java.library.path: /lib").initCause(loader);
                }),
                Why.NO_LIBRARY,
                "libpulse.so.0 is missing");
        assertThat(Why.NO_LIBRARY.remedy()).contains("libpulse0");
    }

    @Test
    void afterAFailedLoadTheSecondTryIsAReasonToo() {
        ends(
                () -> DeviceInput.load(() -> {
                    throw new NoClassDefFoundError("Could not initialize class org.bytedeco.ffmpeg.global.avdevice");
                }),
                Why.NO_LIBRARY,
                "libavdevice");
    }

    /** A device of libavdevice that needs no hardware, in the same form as most cameras without a JPEG of their own. */
    @Test
    void rawPicturesOfADeviceAreEncodedAndCanBeLookedAt() throws Exception {
        try {
            DeviceInput.load(avdevice::avdevice_register_all);
        } catch (StreamEnded e) {
            abort("this machine has no libavdevice: " + e.getMessage());
        }
        StreamStop stop = new StreamStop();
        DeviceInput input = DeviceInput.open("testsrc=size=320x240:rate=10,format=yuyv422", "lavfi", Map.of(), stop);
        try (EncodedStream stream = EncodedStream.of(input, stop, System::nanoTime);
                PictureSource pictures = stream.pictures(false)) {
            Packet first = stream.next();

            assertThat(first.key()).isTrue();
            VideoConfig config = stream.tracks().codec().configIn(first.data()).orElseThrow();
            assertThat(config.width()).isEqualTo(320);
            assertThat(config.height()).isEqualTo(240);
            assertThat(pictures.picture()).isPresent();
            assertThat(stream.next().key()).isFalse();
        }
    }
}
