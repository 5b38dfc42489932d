package io.vedette.hub.integrations;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** A broker or webhook that an owner named. */
public record IntegrationId(UUID value) {
    public static IntegrationId of(String text) {
        return new IntegrationId(Uuids.parse(text));
    }

    public static IntegrationId fresh() {
        return new IntegrationId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
