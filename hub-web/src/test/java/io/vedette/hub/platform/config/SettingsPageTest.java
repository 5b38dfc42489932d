package io.vedette.hub.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.platform.config.HubSetting.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the reference page to the declaration; with {@code -Dvedette.write-pages=true} it writes the page anew. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/reference/settings.md");

    @Test
    void theReferencePageSaysWhatTheDeclarationSays() throws IOException {
        String wanted = page();
        if (Boolean.getBoolean("vedette.write-pages")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("stale: ./mvnw -pl hub-web -am test -Dtest=SettingsPageTest -Dvedette.write-pages=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(wanted);
    }

    private static String page() {
        var text = new StringBuilder("""
                # Settings of the hub
                <!-- Made from HubSetting.java by SettingsPageTest. Do not edit. -->

                The hub reads its settings from the environment, once, when it starts. When one is missing or cannot be used, it
                names every one of them and ends with exit code 78. A secret is never shown, neither in the words nor in a log.

                | name | must be set | type | meaning |
                |---|---|---|---|
                """);
        for (HubSetting setting : HubSetting.values()) {
            text.append("| `%s` | %s | %s%s | %s |\n"
                    .formatted(
                            setting.key(),
                            need(setting.need()),
                            setting.secret() ? "secret: " : "",
                            setting.kind().words(),
                            setting.meaning()));
        }
        return text.append("""

                A secret needs 16 characters, of which enough must be left when well-known words such as `password` or
                `changeme` are taken out.

                Elsewhere: [the settings of whoever starts the system](settings-start.md), demo or containers, and
                [those of the agent](settings-agent.md).
                """).toString();
    }

    private static String need(Need need) {
        return switch (need) {
            case Need.Must must -> "yes";
            case Need.May may -> "no";
            case Need.Default usual -> "no, `" + usual.value() + "`";
        };
    }
}
