package io.vedette.contracts.upload;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the upload it was granted: how far it is, and by which address the next part goes.
 *
 * @param next null to learn only how far it is
 */
public record PartsAsk(
        @JsonSetter(nulls = Nulls.SET) @Nullable Next next) {
    /**
     * The part that is to be sent now.
     *
     * @param number from 1
     * @param sha256 of the part's bytes, 64 lower-case hex digits: the store takes no others where it knows checksums
     */
    public record Next(int number, String sha256) {
        public Next {
            if (number < 1 || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a part has a number from 1 and a SHA-256");
            }
        }
    }
}
