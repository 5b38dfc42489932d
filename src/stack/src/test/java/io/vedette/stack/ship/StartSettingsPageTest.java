package io.vedette.stack.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.stack.DemoSetting;
import io.vedette.stack.state.Port;
import io.vedette.stack.state.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the reference page on what whoever starts the system can set to where each setting is declared; with
 * {@code -Dvedette.write-pages=true} it writes the page anew.
 */
class StartSettingsPageTest {
    private static final Path PAGE = Checkout.ROOT.resolve("src/site/markdown/reference/settings-start.md");
    private static final Path SOURCES = Checkout.ROOT.resolve("src/stack/src/main/java");
    /** What the machine and the build say of themselves; nobody sets it to change what the system does. */
    private static final Set<String> GIVEN = Set.of("java.home", "java.version", "os.arch", "PATH");

    private static final String START = "docker/hub/start";

    @Test
    void theReferencePageSaysWhatIsDeclared() throws IOException {
        String wanted = page();
        if (Boolean.getBoolean("vedette.write-pages")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("stale: ./mvnw -pl src/stack -am test -Dtest=StartSettingsPageTest -Dvedette.write-pages=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(wanted);
    }

    @Test
    void theLauncherReadsNoSettingThatIsNotDeclared() throws IOException {
        List<String> read = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read.addAll(Checkout.all(
                        "(?:getProperty|getenv|getInteger|getBoolean|getLong)\\(\"?([\\w.]*)", Files.readString(file)));
            }
        }

        // the words that are no text in quotes: the two maps handed to the declaration, and loops over declared names
        assertThat(new TreeSet<>(read))
                .isEqualTo(new TreeSet<>(Stream.concat(GIVEN.stream(), Stream.of("", "name", "property", "setting.key"))
                        .toList()));
    }

    @Test
    void theServersStartReadsNoSettingThatItDoesNotDeclare() {
        Set<String> read = new TreeSet<>(Checkout.all("\\$\\{?(VEDETTE_\\w+)", Checkout.read(START)));
        Set<String> declared = new TreeSet<>(
                Checkout.all("^\\| `(VEDETTE_\\w+)`", Checkout.read("src/site/markdown/reference/settings.md")));
        for (Declared own : ofTheStart()) {
            declared.add(own.name());
            assertThat(Checkout.read(START)).contains("${" + own.name() + ":-" + own.usual() + "}");
        }

        assertThat(declared).containsAll(read);
    }

    @Test
    void everySecretOfTheContainersIsExplained() {
        assertThat(ofTheContainers())
                .extracting(Declared::name)
                .containsExactlyElementsOf(Checkout.all("^(\\w+)=$", Checkout.read("docker/secrets.example")));
    }

    private static String page() {
        return """
                # Settings of whoever starts it
                <!-- Made by StartSettingsPageTest from where each is declared. Do not edit. -->

                What can be set for the demo, for the server's start and for the containers. The hub's own settings are on
                [a page of their own](settings.md), and so are [the agent's](settings-agent.md).

                ## The demo

                `./mvnw -Pdemo` reads these from its arguments (`-DNAME=VALUE`) or from the environment. One that cannot be used
                ends the start with a sentence that names it, and exit code 1.

                | name | where | type | default | meaning |
                |---|---|---|---|---|
                %s
                `./mvnw` itself takes the JDK of `JAVA_HOME` when it is of release 21 or newer, and looks for one otherwise.
                The servers inherit from the environment no more than %s.

                ## The demo's ports

                They stand in `ports.properties` of the folder of state, all on 127.0.0.1. The first start takes the first free
                ones from %d on and keeps them; other numbers written there hold from the next start on. The hub's number is
                known to its agents: write another one into `hub` of each `agents/NAME/agent.json` too.

                | name | listens there |
                |---|---|
                %s
                ## The server's start

                `docker/hub/start`, in a container or not, reads of [the hub's settings](settings.md) those of the certificate, and
                one of its own.

                | name | default | meaning |
                |---|---|---|
                %s
                ## The containers' secrets

                They stand in `docker/.env`, copied from `docker/secrets.example`. None has a default: compose stops and names the
                first one that is missing.

                | name | meaning |
                |---|---|
                %s""".formatted(
                rows(Arrays.stream(DemoSetting.values()), StartSettingsPageTest::row),
                Checkout.all(
                                "\"(\\w+)\"",
                                Checkout.read("src/stack/src/main/java/io/vedette/stack/process/CleanEnvironment.java"))
                        .stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ")),
                Ports.FIRST,
                rows(Arrays.stream(Port.values()), port -> row(port.label(), port.meaning())),
                rows(ofTheStart().stream(), own -> row(own.name(), "`" + own.usual() + "`", own.meaning())),
                rows(ofTheContainers().stream(), own -> row(own.name(), own.meaning())));
    }

    private static String row(DemoSetting setting) {
        return row(
                setting.key(),
                setting.inEnvironment() ? "environment" : "argument",
                setting.type(),
                setting.usual(),
                setting.meaning());
    }

    private static String row(String name, String... rest) {
        return "| `" + name + "` | " + String.join(" | ", rest) + " |\n";
    }

    private static <T> String rows(Stream<T> all, java.util.function.Function<T, String> row) {
        return all.map(row).collect(Collectors.joining());
    }

    private record Declared(String name, String usual, String meaning) {}

    /** Lines {@code #   NAME DEFAULT: meaning.} of the script's head. */
    private static List<Declared> ofTheStart() {
        return Pattern.compile("^#   (\\w+) (\\S+): (.+)$", Pattern.MULTILINE)
                .matcher(Checkout.read(START))
                .results()
                .map(match -> new Declared(match.group(1), match.group(2), match.group(3)))
                .toList();
    }

    /** Each is explained by the line in front of it. */
    private static List<Declared> ofTheContainers() {
        return Pattern.compile("^# (.+)\\n(\\w+)=$", Pattern.MULTILINE)
                .matcher(Checkout.read("docker/secrets.example"))
                .results()
                .map(match -> new Declared(match.group(2), "", match.group(1)))
                .toList();
    }
}
