package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One transfer of one recording from the edge into the vault. */
public record UploadId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UploadId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static UploadId of(String text) {
        return new UploadId(Uuids.parse(text));
    }

    public static UploadId fresh() {
        return new UploadId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
