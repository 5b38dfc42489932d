package io.vedette.agent.upload;

import java.time.Duration;

/** What the hub's answer to one request means for the upload. */
sealed interface Reply {
    /** The hub keeps everything before {@code offset}, of {@code length} bytes that it expects (-1: not said). */
    record At(long offset, long length) implements Reply {}

    /** Our idea of the offset is wrong: ask. */
    record OtherOffset() implements Reply {}

    /** The ticket is not (or no longer) good. */
    record TicketRefused(int status) implements Reply {}

    /** The hub no longer wants it. */
    record NotWanted(int status) implements Reply {}

    /** Trying the same again would end the same. */
    record Hopeless(String why) implements Reply {}

    /** The hub's vault is full or broken: a matter of hours perhaps, and no fault of this upload. */
    record NoRoom(Duration after) implements Reply {}

    /** The hub answers, but cannot work at the moment, its database being away perhaps: no fault of this upload either. */
    record HubBusy(Duration after) implements Reply {}

    /**
     * It does not go straight to the store.
     *
     * @param unreached whether this is the store's fault, as it looks from here, and not the hub's wish
     */
    record NotThisWay(String why, boolean unreached) implements Reply {}

    /** Not now; {@code after} is what the hub asked for, zero when it did not say. */
    record NotNow(String why, Duration after) implements Reply {}
}
