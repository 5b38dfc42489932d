package io.vedette.stack.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages on attacks and on faults leave none out, and what they name is there to be run. */
class TriedPagesTest {
    /** Each with what it has to speak of. */
    enum Page {
        ATTACKS("attacks.md", ids("XT", 1, 14), ids("XA", 1, 12), ids("XP", 1, 12), ids("XF", 6, 8), ids("XB", 1, 8)),
        FAULTS("faults.md", ids("XD", 1, 15), ids("XU", 1, 8), ids("XF", 1, 3));

        private final String text;
        private final List<String> ids;

        @SafeVarargs
        Page(String name, Stream<String>... families) {
            text = Checkout.read("src/site/markdown/reference/" + name);
            ids = Stream.of(families).flatMap(some -> some).toList();
        }

        List<List<String>> rows() {
            return Checkout.all("^\\| (X[A-Z]\\d+ \\|.*) \\|$", text).stream()
                    .map(row -> Arrays.asList(row.split(" \\| ")))
                    .toList();
        }

        private static Stream<String> ids(String family, int first, int last) {
            return IntStream.rangeClosed(first, last).mapToObj(number -> family + number);
        }
    }

    /** With its annotation and its name: written as the formatter writes it, at most one indentation deep. */
    private static final String TEST =
            "^ {4}@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property|ArchTest)\\b[\\s\\S]*?"
                    + "^ {4}(?:\\w+ )*(?:void|ArchRule|Stream<DynamicTest>) (\\w+)";

    private static final String NONE = "–";

    @ParameterizedTest
    @EnumSource
    void eachHasOneRow(Page page) {
        assertThat(page.rows()).extracting(row -> row.get(0)).containsExactlyElementsOf(page.ids);
    }

    @ParameterizedTest
    @EnumSource
    void everyTestThatIsNamedIsATestOfTheSources(Page page) throws IOException {
        Map<String, Set<String>> tests = tests();
        List<String> missing = new ArrayList<>();
        for (List<String> row : page.rows()) {
            for (String name : named(row)) {
                String[] parts = name.split("\\.");
                if (!tests.getOrDefault(parts[0], Set.of()).contains(parts[1])) {
                    missing.add(row.get(0) + " " + name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRowNamesTestsOrSaysThatNothingTriesIt(Page page) {
        assertThat(page.rows()).allSatisfy(row -> {
            assertThat(row).as("id, attack, tests, what is missing").hasSize(4);
            if (row.get(2).equals(NONE)) {
                assertThat(row.get(3)).startsWith("Not tried");
            } else {
                assertThat(String.join(
                                ", ",
                                named(row).stream().map(one -> "`" + one + "`").toList()))
                        .as("tests alone, each as `Class.method`")
                        .isEqualTo(row.get(2));
            }
        });
    }

    private static List<String> named(List<String> row) {
        return Checkout.all("`(\\w+\\.\\w+)`", row.get(2));
    }

    /** The tests of every class, by its simple name. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new HashMap<>();
        for (Path file : sources()) {
            tests.computeIfAbsent(file.getFileName().toString().replace(".java", ""), name -> new HashSet<>())
                    .addAll(Checkout.all(TEST, Files.readString(file)));
        }
        return tests;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : Checkout.all("<module>([^<]+)</module>", Checkout.read("pom.xml"))) {
            try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
