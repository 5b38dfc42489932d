package io.vedette.agent.config;

import io.vedette.contracts.Secret;
import io.vedette.contracts.pairing.PairingToken;
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

    private final Wording wording;

    Answer(Function<String, ?> reader, boolean must, boolean hidden, String question, String meaning) {
        this.wording = new Wording(reader, must, hidden, question, meaning);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
