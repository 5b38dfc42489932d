package io.vedette.agent.upload;

import io.vedette.contracts.link.FromHub.UploadGrant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One upload as far as this process knows it. Guarded by the {@link UploadQueue} it lies in, but for {@code offset},
 * {@code sentBytes}, {@code intact} and what concerns the way, which belong to the worker.
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

    /** How its parts are cut, in bytes, while they go straight to the store; 0 before, and on the way through the hub. */
    int partBytes;
    /** It goes through the hub from now on. */
    boolean throughHub;
    /** How often the store did not take a part since it last took one. */
    int partsRefused;

    @Nullable
    Runnable abort;

    Transfer(UploadGrant grant, boolean fresh, long arrival, long now) {
        this.grant = grant;
        this.fresh = fresh;
        this.arrival = arrival;
        this.notBefore = now;
    }
}
