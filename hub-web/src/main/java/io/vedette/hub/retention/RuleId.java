package io.vedette.hub.retention;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** One rule. */
public record RuleId(UUID value) {
    public static RuleId of(String text) {
        return new RuleId(Uuids.parse(text));
    }

    public static RuleId fresh() {
        return new RuleId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
