/**
 * The live relay itself: one session per watched camera, a ring of its newest pictures, a bounded window per viewer.
 * Knows no container, no socket and no database: {@link io.vedette.hub.livestream.relay.FragmentSink},
 * {@link io.vedette.hub.livestream.relay.PublisherSocket} and {@link io.vedette.hub.livestream.relay.AgentLine} are its
 * edges, time is handed in, and nothing here waits. Who may watch was decided before anybody gets here.
 */
@NullMarked
package io.vedette.hub.livestream.relay;

import org.jspecify.annotations.NullMarked;
