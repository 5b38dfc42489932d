package io.vedette.e2e.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file of English messages says and its German twin never does: where it is read on a German page, it was forgotten. */
final class EnglishWords {
    private static final Pattern CALENDAR = Pattern.compile(".*\\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b.*"
            + "|.*\\b\\d* ?(January|February|March|May|June|July|October|December) ?\\d*\\b.*");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final List<Said> english;
    private final List<Said> german;

    private EnglishWords(Properties english, Properties german) {
        this.german = said(german);
        this.english = said(english).stream()
                .filter(one -> !one.key.startsWith("moment.")) // patterns of dates
                .toList();
    }

    /** One form of a message, its values open. */
    private record Said(String key, Pattern words) {}

    /** @param files the folder and the name without the language, such as {@code messages/hub} */
    static EnglishWords of(Path files) {
        return new EnglishWords(read(files + "_en.properties"), read(files + "_de.properties"));
    }

    /** The key of the message that this text is in English, if it is one. */
    Optional<String> keyOf(String text) {
        if (CALENDAR.matcher(text).matches()) {
            return Optional.of("the calendar");
        }
        return find(german, text).isPresent() ? Optional.empty() : find(english, text);
    }

    private static Optional<String> find(List<Said> messages, String text) {
        return messages.stream()
                .filter(one -> one.words.matcher(text).matches())
                .map(Said::key)
                .findFirst();
    }

    private static List<Said> said(Properties messages) {
        return messages.stringPropertyNames().stream()
                .flatMap(key -> forms(messages.getProperty(key).replace("''", "'"))
                        .filter(form ->
                                WORD.matcher(PLACE.matcher(form).replaceAll("")).find())
                        .map(form -> new Said(key, pattern(form))))
                .toList();
    }

    /** A message without choices, once for each way they can go. */
    private static Stream<String> forms(String message) {
        Matcher choice = CHOICE.matcher(message);
        if (!choice.find()) {
            return Stream.of(message);
        }
        String before = message.substring(0, choice.start());
        String after = message.substring(choice.end());
        return Stream.of(choice.group(1).split("\\|"))
                .map(one -> one.replaceFirst("^[^#<]*[#<]", ""))
                .flatMap(one -> forms(before + one + after));
    }

    private static Pattern pattern(String form) {
        String words =
                Stream.of(PLACE.split(form.strip(), -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(words, Pattern.DOTALL);
    }

    private static Properties read(String file) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
