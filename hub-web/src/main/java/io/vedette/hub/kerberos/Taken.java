package io.vedette.hub.kerberos;

import io.vedette.contracts.id.UploadId;
import java.time.Instant;
import java.util.OptionalLong;

/** The answer to whoever sends a film. Offsets and lengths in bytes. */
sealed interface Taken {
    /**
     * More of it is to come.
     *
     * @param length empty when its sender does not know
     */
    record Open(UploadId upload, long offset, OptionalLong length, Instant until) implements Taken {}

    /**
     * It is in the vault, by this upload or by an earlier one.
     *
     * @param bytes of all of it
     */
    record Stored(long bytes) implements Taken {}

    record Refused(Why why) implements Taken {}

    /** Why not, with what HTTP calls it. What may go well later is told apart from what never will. */
    enum Why {
        /** It says too little of itself, or the request is not one. */
        INVALID(400),
        /** The device has no camera, and gets none. */
        NO_CAMERA(403),
        UNKNOWN(404),
        /** The bytes stopped before their time; those that came are kept. */
        CUT(408),
        WRONG_OFFSET(409),
        TOO_LARGE(413),
        /** Not of a form that is played here. */
        NO_FILM(422),
        /** As much came today as may. */
        DAY_FULL(429),
        /** As the checksum extension of tus has it. */
        WRONG_SUM(460),
        /** Too much at once, or somebody else is at it. */
        BUSY(503),
        /** The account's quota or the tenant's is full, or the disk is (RFC 4918, section 11.5). */
        NO_ROOM(507);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
