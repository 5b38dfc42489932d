package io.vedette.agent.config;

import io.vedette.contracts.Secret;
import io.vedette.contracts.pairing.PairingToken;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a person is asked when an agent is paired, in this order: at the terminal, or by a line {@code name=value} of a file. */
public enum Answer implements Question {
    TOKEN(
            PairingToken::of,
            true,
            true,
            "Pairing token, as the hub shows it (not shown here): ",
            "The pairing token that the hub shows. It serves once."),
    CAMERA(
            StreamAddress::of,
            true,
            false,
            "Address of the camera's main stream: ",
            "Becomes `camera.main` in `agent.json`."),
    SUB(StreamAddress::of, false, false, "Address of its small stream (empty: none): ", "Becomes `camera.sub`."),
    USER(Function.identity(), false, false, "User at the camera (empty: none): ", "Becomes `camera.user`."),
    PASSWORD(
            Secret::new,
            false,
            true,
            "Password at the camera (not shown): ",
            "Becomes `camera.password`. Not asked for when there is no user."),
    DELIVERY(
            DeliveryWord::parse,
            false,
            false,
            "Send recordings at-once or on-demand (empty: at-once): ",
            "Becomes `delivery`; `at-once` when it is left out.");

    private final Function<String, ?> reader;
    private final boolean must;
    private final boolean hidden;
    private final String question;
    private final String meaning;

    Answer(Function<String, ?> reader, boolean must, boolean hidden, String question, String meaning) {
        this.reader = reader;
        this.must = must;
        this.hidden = hidden;
        this.question = question;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean must() {
        return must;
    }

    /** For the reference page, in Markdown. */
    public String meaning() {
        return meaning;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public String question() {
        return question;
    }

    static boolean known(String key) {
        return Arrays.stream(values()).anyMatch(answer -> answer.key().equals(key));
    }

    @Override
    public Optional<String> fault(String value) {
        try {
            Object unused = reader.apply(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(key() + ": " + e.getMessage());
        }
    }
}
