/**
 * The one place of the agent that others may connect to: a small HTTP server for the receiver of an edge vault. One request for
 * each connection, of known length, with limits of its own for everything that a stranger could spend: connections, time,
 * headers, bytes. What a request means is its {@link io.vedette.agent.wire.listen.Desk}'s.
 */
@NullMarked
package io.vedette.agent.wire.listen;

import org.jspecify.annotations.NullMarked;
