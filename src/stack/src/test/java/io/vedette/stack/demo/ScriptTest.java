package io.vedette.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Path SCRIPTS = Path.of("../../db/demo");

    @Test
    void everyStatementOfTheDemoMayBeRunAgain() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            assertThat(files.filter(file -> !file.endsWith("pairing-token.sql")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(count(file, "insert into"))
                            .as(file.toString())
                            .isEqualTo(count(file, "on conflict do nothing")));
        }
    }

    private static int count(Path file, String words) {
        try {
            return Files.readString(file).split(words, -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
