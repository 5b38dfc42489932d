package io.vedette.hub.recordings.entity;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** One time over several cameras that was asked for at once. */
public record SpanId(@JsonValue UUID value) {
    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static SpanId of(String text) {
        return new SpanId(Uuids.parse(text));
    }

    public static SpanId fresh() {
        return new SpanId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
