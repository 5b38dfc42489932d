package io.vedette.hub.platform.web;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What somebody typed into a form, kept as it was typed, and what is wrong with it, by field. One request, one thread.
 * Templates show {@link #text} in the field and the words of {@link #error} at it.
 */
public final class FormInput {
    private final MultivaluedMap<String, String> typed;
    private final Map<String, String> errors = new TreeMap<>();

    private FormInput(MultivaluedMap<String, String> typed) {
        this.typed = typed;
    }

    public static FormInput of(MultivaluedMap<String, String> typed) {
        return new FormInput(typed);
    }

    public static FormInput empty() {
        return new FormInput(new MultivaluedHashMap<>());
    }

    /** Fills a field before anybody has typed. */
    public FormInput preset(String field, String value) {
        typed.addFirst(field, value);
        return this;
    }

    public String text(String field) {
        return Optional.ofNullable(typed.getFirst(field)).orElse("");
    }

    public List<String> all(String field) {
        return Optional.ofNullable(typed.get(field)).orElse(List.of());
    }

    /** Whether this box is ticked, this entry chosen. */
    public boolean chosen(String field, String value) {
        return all(field).contains(value);
    }

    /** The value of a field; empty, with the error noted, when {@code reader} does not take what was typed. */
    public <T> Optional<T> read(String field, Function<String, T> reader, String error) {
        try {
            return Optional.of(reader.apply(text(field).strip()));
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong(field, error);
            return Optional.empty();
        }
    }

    /**
     * Notes what is wrong with a field.
     *
     * @param error key of the words
     */
    public void wrong(String field, String error) {
        errors.putIfAbsent(field, error);
    }

    /** As {@link #wrong}, for a condition: never true. */
    public boolean refuse(String field, String error) {
        wrong(field, error);
        return false;
    }

    public boolean anyWrong() {
        return !errors.isEmpty();
    }

    public int wrongCount() {
        return errors.size();
    }

    /** Key of the words for what is wrong with a field; empty when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
