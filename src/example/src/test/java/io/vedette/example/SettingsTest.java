package io.vedette.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, String> RIGHT = Map.of(
            "VEDETTE_HUB",
            "https://hub.example.org/",
            "VEDETTE_TOKEN",
            "vdt_x",
            "VEDETTE_HOOK_KEY",
            "0123456789abcdef");

    @Test
    void threeSettingsAreEnough() throws Settings.Unusable {
        Settings settings = Settings.of(RIGHT);

        assertThat(settings.hub()).isEqualTo(URI.create("https://hub.example.org"));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(18490);
        assertThat(settings.toString()).doesNotContain("vdt_x", "0123456789abcdef");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of()))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageContainingAll("VEDETTE_HUB", "VEDETTE_TOKEN", "VEDETTE_HOOK_KEY")
                .hasMessageNotContaining("VEDETTE_HOOK_PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "VEDETTE_HUB,ftp://hub",
        "VEDETTE_HUB,https://hub/path",
        "VEDETTE_HUB,not an address",
        "VEDETTE_TOKEN,' '",
        "VEDETTE_HOOK_KEY,short",
        "VEDETTE_HOOK_PORT,70000",
        "VEDETTE_HOOK_PORT,many"
    })
    void whatCannotBeRightIsNamed(String name, String value) {
        Map<String, String> environment = new HashMap<>(RIGHT);
        environment.put(name, value);

        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageStartingWith(name);
    }
}
