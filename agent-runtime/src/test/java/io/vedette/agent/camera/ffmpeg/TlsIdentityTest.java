package io.vedette.agent.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.camera.Yard;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Transport;
import io.vedette.contracts.Secret;
import io.vedette.lab.camera.CameraCertificate;
import io.vedette.lab.camera.CameraDoor;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipForm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cameras whose certificate an authority signed that is named in the settings. */
@Timeout(60)
class TlsIdentityTest {
    @TempDir
    Path folder;

    @Test
    void behindANameACertificateThatANamedAuthoritySignedForItIsTaken() throws Exception {
        CameraCertificate certificate = CameraCertificate.signed(folder, "dns:localhost");
        try (TestCamera camera = camera(certificate);
                Demuxer playing = open(camera, "localhost", certificate)) {
            assertThat(playing.streams()).isPositive();
        }
    }

    @Test
    void behindANameACertificateForAnotherNameIsNotTheCameras() throws Exception {
        CameraCertificate certificate = CameraCertificate.signed(folder, "dns:elsewhere.example");
        try (TestCamera camera = camera(certificate)) {
            assertThat(refused(camera, "localhost", certificate)).isEqualTo(StreamEnded.Why.UNTRUSTED);
        }
    }

    @Test
    void behindANumberNoSignatureIsEnough() throws Exception {
        CameraCertificate certificate = CameraCertificate.signed(folder, "ip:127.0.0.1");
        try (TestCamera camera = camera(certificate)) {
            assertThat(refused(camera, "127.0.0.1", certificate)).isEqualTo(StreamEnded.Why.UNTRUSTED);
        }
    }

    private static TestCamera camera(CameraCertificate certificate) throws Exception {
        return Yard.glimpse(ClipForm.USUAL, CameraDoor.usual(Yard.LOGIN).withTls(certificate.context()));
    }

    private static StreamEnded.Why refused(TestCamera camera, String host, CameraCertificate certificate) {
        return catchThrowableOfType(
                        StreamEnded.class, () -> open(camera, host, certificate).close())
                .why();
    }

    private static Demuxer open(TestCamera camera, String host, CameraCertificate certificate) throws StreamEnded {
        StreamAddress address = StreamAddress.of(camera.mainUrl().replace("127.0.0.1", host));
        CameraAccess access = new CameraAccess(
                address, null, Yard.LOGIN.user(), new Secret(Yard.LOGIN.password()), Transport.TCP, certificate.pem());
        return RtspSource.open(address, access, false, new StreamStop());
    }
}
