package io.vedette.hub.cameras;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words that somebody typed to find something by its name: all of them must occur, in any order, whatever their case.
 * More than {@value #MOST} words, or more than a name can hold, narrow nothing further.
 */
public record NameSearch(List<String> words) {
    private static final int MOST = 3;
    private static final int LONGEST = 100;

    public NameSearch {
        words = List.copyOf(words);
    }

    public static NameSearch of(String typed) {
        String text = typed.substring(0, Math.min(typed.length(), LONGEST)).replace('\0', ' ');
        return new NameSearch(Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s/·]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList());
    }

    public boolean fits(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    /** Sets {@code :word1} to {@code :word3}, which stand behind {@code like} and {@code escape '!'}. */
    <T> TypedQuery<T> into(TypedQuery<T> query) {
        for (int i = 0; i < MOST; i++) {
            query.setParameter("word" + (i + 1), i < words.size() ? "%" + literal(words.get(i)) + "%" : "%");
        }
        return query;
    }

    private static String literal(String word) {
        return word.replaceAll("[!%_]", "!$0");
    }
}
