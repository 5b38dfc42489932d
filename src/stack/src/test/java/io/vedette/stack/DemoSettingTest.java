package io.vedette.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.stack.words.Progress;
import io.vedette.stack.words.StackFailed;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoSettingTest {
    private static final Path SOMEWHERE = Path.of("/nowhere");
    private final StackOptions usual = StackOptions.inCheckout(
            new Parts(SOMEWHERE, SOMEWHERE, SOMEWHERE, SOMEWHERE, SOMEWHERE, ""),
            Progress.on(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));

    @Test
    void whatIsNotSetOrBlankStaysAsUsual() {
        assertThat(DemoSetting.apply(usual, properties("camera", " "), Map.of()))
                .isEqualTo(usual);
    }

    @Test
    void stateLiesWhereItIsWanted() {
        assertThat(DemoSetting.apply(usual, properties("vedette.var", "/srv/demo"), Map.of())
                        .var())
                .isEqualTo(Path.of("/srv/demo"));
    }

    @Test
    void theServersStartAlone() {
        assertThat(DemoSetting.apply(usual, properties("vedette.edge", "false"), Map.of())
                        .edge())
                .isFalse();
    }

    @Test
    void aYesOrNoThatIsNeitherIsRefusedByName() {
        assertThatThrownBy(() -> DemoSetting.apply(usual, properties("vedette.edge", "no"), Map.of()))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("-Dvedette.edge=no");
    }

    @Test
    void aCamerasLoginComesFromTheEnvironmentAndFromNowhereElse() {
        Properties given = properties("camera", "rtsp://192.0.2.10/stream");
        given.setProperty("VEDETTE_CAMERA_PASSWORD", "from an argument");

        CameraOnTheWall camera = DemoSetting.apply(usual, given, Map.of("VEDETTE_CAMERA_USER", "viewer"))
                .camera()
                .orElseThrow();

        assertThat(camera.user()).isEqualTo("viewer");
        assertThat(camera.password().reveal()).isEmpty();
    }

    @Test
    void theHubIsHandedOnWhatIsItsOwnToJudgeAndNothingElse() {
        Map<String, String> environment = Map.of(
                "VEDETTE_LOG_FORMAT", "json", "VEDETTE_METRICS_TOKEN", "a token", "VEDETTE_DB_PASSWORD", "not this");

        assertThat(DemoSetting.apply(usual, new Properties(), environment).hub())
                .containsOnly(Map.entry("VEDETTE_LOG_FORMAT", "json"), Map.entry("VEDETTE_METRICS_TOKEN", "a token"));
    }

    @Test
    void aMailServerNeedsAnAddressToSendFromAndTakesItsPasswordFromTheEnvironment() {
        assertThat(DemoSetting.apply(usual, new Properties(), Map.of()).mail()).isEmpty();
        assertThatThrownBy(() ->
                        DemoSetting.apply(usual, new Properties(), Map.of("VEDETTE_SMTP_HOST", "mail.example.org")))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("VEDETTE_SMTP_FROM");

        var mail = DemoSetting.apply(
                        usual,
                        properties("VEDETTE_SMTP_PASSWORD", "from an argument"),
                        Map.of("VEDETTE_SMTP_HOST", "mail.example.org", "VEDETTE_SMTP_FROM", "hub@example.org"))
                .mail()
                .orElseThrow();
        assertThat(mail.port()).isEqualTo(587);
        assertThat(mail.tls()).isEqualTo("starttls");
        assertThat(mail.password().reveal()).isEmpty();
    }

    private static Properties properties(String name, String value) {
        var properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
