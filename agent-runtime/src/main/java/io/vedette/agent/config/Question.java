package io.vedette.agent.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a person is asked at a pairing: at the terminal, or by a line {@code name=value} of a file. */
public sealed interface Question permits Answer, VaultAnswer {
    /**
     * How it is asked.
     *
     * @param reader throws {@link IllegalArgumentException} with a sentence for what cannot be used
     * @param must whether it has to be answered
     * @param hidden whether it is not shown while it is typed
     * @param question as it stands at the terminal
     * @param meaning for the reference page, in Markdown
     */
    record Wording(Function<String, ?> reader, boolean must, boolean hidden, String question, String meaning) {}

    /** Of the constant. */
    String name();

    Wording wording();

    /** Its name in a file of answers. */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why it cannot be used, by itself; a sentence. */
    default Optional<String> fault(String value) {
        try {
            Object unused = wording().reader().apply(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(key() + ": " + e.getMessage());
        }
    }
}
