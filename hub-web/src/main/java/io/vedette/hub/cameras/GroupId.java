package io.vedette.hub.cameras;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** A set of cameras of one site. */
public record GroupId(UUID value) {
    public static GroupId of(String text) {
        return new GroupId(Uuids.parse(text));
    }

    public static GroupId fresh() {
        return new GroupId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
