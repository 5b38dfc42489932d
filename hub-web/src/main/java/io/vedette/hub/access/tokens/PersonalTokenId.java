package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** A token of somebody's own; no secret. */
public record PersonalTokenId(UUID value) {
    public static PersonalTokenId of(String text) {
        return new PersonalTokenId(Uuids.parse(text));
    }

    public static PersonalTokenId fresh() {
        return new PersonalTokenId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
