package io.vedette.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.AgentSetting;
import io.vedette.agent.config.Answer;
import io.vedette.agent.config.Question;
import io.vedette.agent.config.Setting;
import io.vedette.agent.config.VaultAnswer;
import io.vedette.agent.config.VaultSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the reference page to the declarations; with {@code -Dvedette.write-pages=true} it writes the page anew. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/reference/settings-agent.md");

    @Test
    void theReferencePageSaysWhatTheDeclarationsSay() throws IOException {
        String wanted = page();
        if (Boolean.getBoolean("vedette.write-pages")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("stale: ./mvnw -pl agent-runtime -am test -Dtest=SettingsPageTest -Dvedette.write-pages=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(wanted);
    }

    private static String page() {
        return """
                # Settings of the agent
                <!-- Made from AgentSetting.java, VaultSetting.java, Answer.java, VaultAnswer.java, CommandLine.java, ExitCode.java and AgentFlags.java by SettingsPageTest. Do not edit. -->

                ## agent.json

                `pair` writes it into the agent's folder (mode 0600: it holds the camera's password); a person may change it while
                the agent is stopped. The agent reads it once, when it starts. When something is missing or cannot be used, it
                names every such key and ends with exit code 1. A dot stands for the object that a key is in.

                | key | must be set | type | meaning |
                |---|---|---|---|
                %s
                ## vault.json

                Of the [vault of a site](../guide/edge-vault.md), in place of `agent.json`: `pair-vault` writes it, and what is said above
                of that file is true of it. What lies in the folder tells `run` which of the two it is.

                | key | must be set | type | meaning |
                |---|---|---|---|
                %s
                ## The command line

                ```
                %s```

                No secret is an option: everybody on the machine can read the list of processes. `run` goes on until it is told to
                stop (SIGTERM, Ctrl-C); with `--until-stdin-closes` also when its standard input ends.

                | exit code | means |
                |---|---|
                %s| 143 | Told to stop by SIGTERM; the last recording was closed. |

                ## The answers for `pair`

                Asked at the terminal, or lines `name=value` of the file named by `--answers`. In the file a backslash is written
                twice, as in every file of Java properties.

                | name | must be there | meaning |
                |---|---|---|
                %s
                ## The answers for `pair-vault`

                | name | must be there | meaning |
                |---|---|---|
                %s
                ## Java's own options

                The agent runs without any. A small box starts it with these, as the demo does, where `CACHE` is a folder
                for unpacked libraries that only the agent's user may write to:

                ```
                %s
                ```

                and with %s in the environment.
                """.formatted(
                        rows(AgentSetting.values(), SettingsPageTest::row),
                        rows(VaultSetting.values(), SettingsPageTest::row),
                        CommandLine.USAGE,
                        rows(ExitCode.values(), code -> row(Integer.toString(code.number()), code.meaning())),
                        rows(Answer.values(), SettingsPageTest::asked),
                        rows(VaultAnswer.values(), SettingsPageTest::asked),
                        String.join("\n", AgentFlags.jvm(Path.of("CACHE"))),
                        AgentFlags.ENVIRONMENT.entrySet().stream()
                                .map(variable -> "`" + variable + "`")
                                .collect(Collectors.joining(", ")));
    }

    private static String row(Setting setting) {
        String key = "`" + setting.key() + "`";
        return switch (setting.shape()) {
            case Setting.Must must -> row(key, "yes", must.type(), setting.meaning());
            case Setting.May may -> row(key, "no", may.type(), setting.meaning());
            case Setting.Whole whole ->
                row(
                        key,
                        "no, `" + whole.usual() + "`",
                        "whole number from " + whole.least() + " to " + whole.most(),
                        setting.meaning());
        };
    }

    private static String asked(Question question) {
        Question.Wording how = question.wording();
        return row("`" + question.key() + "`", how.must() ? "yes" : "no", how.meaning());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static <T> String rows(T[] all, Function<T, String> row) {
        return Arrays.stream(all).map(row).collect(Collectors.joining());
    }
}
