package io.vedette.agent.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one connection ended.
 *
 * @param why for the log
 * @param online how long the hub had welcomed it; zero when it never did
 * @param returnWithin what the hub asked for in its goodbye, or null
 */
record LinkEnd(
        Kind kind, String why, Duration online, @Nullable Duration returnWithin) {
    enum Kind {
        /** Not reached, cut, fallen silent. */
        LOST,
        /** The hub does not know this agent, or not this key of it. */
        UNKNOWN_AGENT,
        /** Its owner has revoked it. */
        REVOKED,
        /** Its owner has not compared the words yet. */
        UNCONFIRMED,
        /** Whoever answers there is not the hub the agent was paired with. */
        FALSE_HUB,
        /** Another connection of this same agent took over. */
        REPLACED
    }
}
