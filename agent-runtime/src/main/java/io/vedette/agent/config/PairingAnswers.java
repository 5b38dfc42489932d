package io.vedette.agent.config;

import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.pairing.PairingToken;
import java.util.List;

/** What a person says when an agent is paired, read from a file or asked at the terminal. */
public record PairingAnswers(PairingToken token, CameraAccess access, Delivery delivery) {
    /** Either the answers, or all that is wrong with them. */
    public sealed interface Given {
        record Complete(PairingAnswers answers) implements Given {}

        /**
         * They cannot be used.
         *
         * @param faults each a sentence
         */
        record Faulty(List<String> faults) implements Given {}
    }
}
