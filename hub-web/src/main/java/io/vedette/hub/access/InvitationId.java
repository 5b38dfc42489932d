package io.vedette.hub.access;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** An invitation. */
public record InvitationId(UUID value) {
    public static InvitationId of(String text) {
        return new InvitationId(Uuids.parse(text));
    }

    public static InvitationId fresh() {
        return new InvitationId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
