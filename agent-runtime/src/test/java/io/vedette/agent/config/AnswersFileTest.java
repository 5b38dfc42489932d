package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.PairingAnswers.Given;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.pairing.PairingToken;
import java.io.IOException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AnswersFileTest {
    private final PairingToken token = PairingToken.fresh(TenantId.fresh(), new SecureRandom());

    @Test
    void aFullFileAnswersEverything() throws IOException {
        String text = "token=" + token.reveal()
                + "\ncamera=rtsp://192.0.2.7/main\nsub=rtsp://192.0.2.7/sub\nuser=viewer\npassword=ti=ger\n"
                + "delivery=on-demand\n";

        assertThat(AnswersFile.read(text))
                .isEqualTo(new Given.Complete(new PairingAnswers(
                        token,
                        new CameraAccess(
                                StreamAddress.of("rtsp://192.0.2.7/main"),
                                StreamAddress.of("rtsp://192.0.2.7/sub"),
                                "viewer",
                                new Secret("ti=ger")),
                        Delivery.ON_DEMAND)));
    }

    @Test
    void tokenAndCameraAreEnough() throws IOException {
        Given given = AnswersFile.read("token=" + token.reveal() + "\ncamera=rtsp://192.0.2.7/main\n");

        assertThat(given).isInstanceOf(Given.Complete.class);
        assertThat(((Given.Complete) given).answers().delivery()).isEqualTo(Delivery.AT_ONCE);
    }

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        Given given = AnswersFile.read("token=abc\ncamera=ftp://192.0.2.7/\ndelivery=never\npasword=hunter2\n");

        assertThat(given).isInstanceOf(Given.Faulty.class);
        assertThat(((Given.Faulty) given).faults())
                .hasSize(4)
                .anyMatch(f -> f.startsWith("token: This is not a pairing token"))
                .anyMatch(f -> f.startsWith("camera: looks like rtsp://"))
                .anyMatch(f -> f.startsWith("delivery: is either"))
                .contains("pasword is no question that is asked here.")
                .noneMatch(f -> f.contains("hunter2"));
    }
}
