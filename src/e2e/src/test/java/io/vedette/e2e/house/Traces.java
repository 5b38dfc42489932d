package io.vedette.e2e.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is kept of a failed test: a screenshot of every open page, and the ends of all logs. */
final class Traces {
    private static final int LINES_KEPT = 300;
    private static final int LINES_SAID = 6;

    private Traces() {}

    /** Returns words for the failure's message. */
    static String keep(House house, String test) {
        Path folder = House.target().resolve("failures").resolve(test);
        try {
            Files.createDirectories(folder);
            String pages = house.browser().photograph(folder);
            StringBuilder words = new StringBuilder("Kept in " + folder + "\n" + pages);
            for (Path log : logs(house)) {
                List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
                String name = String.valueOf(log.getFileName());
                Files.write(folder.resolve(name), end(lines, LINES_KEPT));
                words.append("  ").append(name).append(":\n");
                end(lines, LINES_SAID)
                        .forEach(line -> words.append("    ").append(line).append('\n'));
            }
            return words.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the traces of " + test + " cannot be kept", e);
        }
    }

    private static List<Path> logs(House house) throws IOException {
        try (Stream<Path> files = Files.list(house.stack().logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> end(List<String> lines, int count) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
