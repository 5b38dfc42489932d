package io.vedette.hub.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence of the message files in which the values stand out. Word order is the language's own: the sentence is filled
 * with marks first and cut at them, so no value is ever read as part of the pattern.
 */
public record Sentence(List<Part> parts) {
    private static final char FIRST_MARK = '\uE000'; // private use: no message has one

    /** A stretch of the sentence; a strong one is a value. */
    public record Part(String text, boolean strong) {}

    public static Sentence of(Locale language, String key, List<String> values) {
        List<Object> marks = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            marks.add(String.valueOf((char) (FIRST_MARK + i)));
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (char letter : Messages.text(language, key, marks).toCharArray()) {
            int value = letter - FIRST_MARK;
            if (value < 0 || value >= values.size()) {
                plain.append(letter);
                continue;
            }
            if (!plain.isEmpty()) {
                parts.add(new Part(plain.toString(), false));
                plain.setLength(0);
            }
            parts.add(new Part(values.get(value), true));
        }
        if (!plain.isEmpty()) {
            parts.add(new Part(plain.toString(), false));
        }
        return new Sentence(List.copyOf(parts));
    }

    /** With another stretch behind it, which has one value, or none if that is empty. */
    public Sentence and(Locale language, String key, String value) {
        List<Part> longer = new ArrayList<>(parts);
        longer.addAll(of(language, key, List.of(value)).parts());
        return new Sentence(List.copyOf(longer));
    }

    /** Without emphasis, for a title or a label. */
    public String plain() {
        return String.join("", parts.stream().map(Part::text).toList());
    }
}
