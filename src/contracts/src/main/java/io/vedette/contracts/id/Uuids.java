package io.vedette.contracts.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.util.UUID;

/** The one place where ids are made and read. */
public final class Uuids {
    // The "random" flavour of version 7: no counter, so that one id tells nothing about the next one.
    private static final TimeBasedEpochRandomGenerator FRESH =
            Generators.timeBasedEpochRandomGenerator(new SecureRandom());

    private Uuids() {}

    public static UUID fresh() {
        return FRESH.generate();
    }

    /** {@link UUID#fromString} also takes short groups ("1-1-1-1-1"); one id must have one spelling. */
    public static UUID parse(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not an id in its canonical form");
        }
        return value;
    }
}
