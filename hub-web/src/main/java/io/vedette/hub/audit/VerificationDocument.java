package io.vedette.hub.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What verifying found.
 *
 * @param seq of the last row when the log is whole, else of the first that is wrong
 * @param hash of the last row
 * @param damage what is wrong with that row
 */
public record VerificationDocument(
        boolean whole,
        long seq,
        @Nullable String hash,
        @Nullable String damage) {
    static VerificationDocument of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Whole whole ->
                new VerificationDocument(
                        true, whole.head().seq(), whole.head().hash().hex(), null);
            case Verdict.Broken broken ->
                new VerificationDocument(
                        false,
                        broken.seq(),
                        null,
                        broken.damage().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }
}
