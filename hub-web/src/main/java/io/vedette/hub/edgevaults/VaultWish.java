package io.vedette.hub.edgevaults;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.agents.PairingTokens;
import org.jspecify.annotations.Nullable;

/**
 * An edge vault that a program adds.
 *
 * @param swap the site has one, which goes when the new one comes; left out: false
 * @param confirm the new one waits until somebody has compared the words; left out: false
 */
public record VaultWish(
        String name,
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean swap,
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean confirm) {
    PairingTokens.Terms terms() {
        return new PairingTokens.Terms(Boolean.TRUE.equals(swap), Boolean.TRUE.equals(confirm));
    }
}
