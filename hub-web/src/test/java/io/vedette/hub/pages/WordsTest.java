package io.vedette.hub.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is said alike in two languages was forgotten, unless it is known to be the same word. */
class WordsTest {
    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Path LOGIN = Path.of("..", "themes", "keycloak", "vedette", "login", "messages");

    /** Names, patterns of dates, and words that German has taken over. */
    private static final Set<String> THE_SAME = Set.of(
            "accounts.kind.KERBEROS",
            "audit.says.other",
            "audit.seconds",
            "camera.live.of",
            "cameras.agent",
            "cameras.name",
            "edgevault.copies.count",
            "edgevault.version",
            "frame.tenant",
            "grant.part.hours",
            "live.title",
            "live.word.offline",
            "moment.today",
            "moment.week",
            "people.teams",
            "recordings.fact.checksum",
            "state.online",
            "storage.AZURE.bucket",
            "storage.bucket",
            "storage.name",
            "storage.region");

    @Test
    void noGermanWordOfTheHubIsTheEnglishOne() throws IOException {
        assertThat(alike(MESSAGES, "hub")).isEqualTo(new TreeSet<>(THE_SAME));
    }

    @Test
    void noGermanWordOfTheSignInIsTheEnglishOne() throws IOException {
        assertThat(alike(LOGIN, "messages")).containsExactly("loginTitleHtml"); // the name
    }

    private static Set<String> alike(Path folder, String name) throws IOException {
        Properties english = read(folder.resolve(name + "_en.properties"));
        Properties german = read(folder.resolve(name + "_de.properties"));
        Set<String> alike = new TreeSet<>(english.stringPropertyNames());
        alike.removeIf(key -> !english.getProperty(key).equals(german.getProperty(key)));
        return alike;
    }

    private static Properties read(Path file) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        }
        return words;
    }
}
