package io.vedette.agent.upload;

import io.vedette.contracts.link.FromHub.UploadGrant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One upload as far as this process knows it. Guarded by the {@link UploadQueue} it lies in, but for {@code offset},
 * {@code sentBytes} and {@code intact}, which belong to the worker.
 */
final class Transfer {
    enum State {
        READY,
        /** The hub no longer takes our ticket; it has been told, and will grant again. */
        NEEDS_GRANT,
        /** Cancelled, stored, or parked: nothing of it is sent any more. */
        OVER
    }

    final long arrival;
    UploadGrant grant;
    State state = State.READY;
    /** Of {@link System#nanoTime}. */
    long notBefore;
    /** Its recording was still being made when it was granted: of what is in it there is no other copy in the world. */
    final boolean fresh;
    /** The hub has all of it, and said so; it is over, too. */
    boolean stored;

    final Budget budget = new Budget();
    OptionalLong offset = OptionalLong.empty();
    long sentBytes;
    /** Its file was read once and is what was recorded. */
    boolean intact;

    @Nullable
    Runnable abort;

    Transfer(UploadGrant grant, boolean fresh, long arrival, long now) {
        this.grant = grant;
        this.fresh = fresh;
        this.arrival = arrival;
        this.notBefore = now;
    }
}
