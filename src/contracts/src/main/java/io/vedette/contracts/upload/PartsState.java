package io.vedette.contracts.upload;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload is whose parts go straight to the store. All parts have one length but the last. Lengths in bytes.
 *
 * @param bytes of the recording
 * @param missing numbers of the first parts that the store does not have; none when all are there
 * @param address null when none was asked for
 */
public record PartsState(
        long bytes,
        int partBytes,
        List<Integer> missing,
        @JsonSetter(nulls = Nulls.SET) @Nullable Address address) {
    /** Most numbers told at once. */
    public static final int MOST = 16;

    public PartsState {
        if (bytes < 1 || partBytes < 1 || missing.size() > MOST) {
            throw new IllegalArgumentException("not the state of an upload");
        }
        missing = List.copyOf(missing);
    }

    /**
     * By which one part goes to the store, by PUT, until then. As good as a secret.
     *
     * @param headers to be sent with it, to the letter
     */
    public record Address(
            int number, long offset, long length, String uri, Map<String, String> headers, Instant until) {
        public Address {
            if (number < 1 || offset < 0 || length < 1) {
                throw new IllegalArgumentException("not the address of a part");
            }
            headers = Map.copyOf(headers);
        }

        /** Without what signs it. */
        @Override
        public String toString() {
            return "an address of part " + number + " until " + until;
        }
    }
}
