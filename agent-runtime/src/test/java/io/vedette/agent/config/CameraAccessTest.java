package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.agent.camera.CameraPassword;
import io.vedette.agent.camera.CameraSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraAccessTest {
    @ParameterizedTest
    @ValueSource(strings = {"rtsp://10.0.0.9/main", "RTSP://10.0.0.9/main", " Rtsp://10.0.0.9/main "})
    void whatPairingTakesCaptureTakesToo(String written) {
        URI main = CameraAccess.stream(written);

        assertThat(new CameraSettings(main, null, null, CameraPassword.of("")).main())
                .isEqualTo(URI.create("rtsp://10.0.0.9/main"));
    }

    @Test
    void anEncryptedStreamIsRefusedAtPairingAndNotOnlyAtTheFirstStart() {
        assertThatThrownBy(() -> CameraAccess.stream("rtsps://10.0.0.9/main"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
