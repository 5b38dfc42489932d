package io.vedette.hub.livestream.relay;

/** How a live session stands. Times are nanoseconds of the relay's ticker. */
sealed interface Phase {
    /** Nothing is under way: the agent is away or said no. It is asked again at {@code retryAt}, or when it comes back. */
    record Waiting(ViewerState why, long retryAt) implements Phase {}

    /**
     * The agent was asked.
     *
     * @param resent the question was repeated, as the first one may have been lost
     * @param confirmed the agent said yes, or its socket is here
     */
    record Requested(long since, boolean resent, boolean confirmed) implements Phase {}

    /** Pictures come, or came a moment ago. */
    record Live(long lastFragment) implements Phase {}

    /** The publisher's socket is gone; at {@code restartAt} the agent is asked for the next generation. */
    record Stalled(long since, long restartAt) implements Phase {}

    record Ended(String reason) implements Phase {}
}
