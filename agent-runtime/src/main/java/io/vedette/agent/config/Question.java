package io.vedette.agent.config;

import java.util.Optional;

/** What a person is asked at a pairing. */
sealed interface Question permits Answer, VaultAnswer {
    /** Its name in a file of answers. */
    String key();

    boolean must();

    /** Whether it is not shown while it is typed. */
    boolean hidden();

    String question();

    /** Why it cannot be used, by itself; a sentence. */
    Optional<String> fault(String value);
}
