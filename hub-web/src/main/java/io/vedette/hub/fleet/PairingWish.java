package io.vedette.hub.fleet;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.agents.PairingTokens;
import org.jspecify.annotations.Nullable;

/**
 * What a token may do beyond the usual; what is left out is false.
 *
 * @param swap the camera has an agent, which goes when the new one comes
 * @param confirm the new agent waits until somebody has compared the words
 */
public record PairingWish(
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean swap,
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean confirm) {
    PairingTokens.Terms terms() {
        return new PairingTokens.Terms(Boolean.TRUE.equals(swap), Boolean.TRUE.equals(confirm));
    }
}
