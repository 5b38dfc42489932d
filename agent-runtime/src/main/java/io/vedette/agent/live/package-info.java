/**
 * Live pictures on demand: when the hub says that somebody watches, a second socket is opened and fragments go out until the
 * lease ends. Nothing is encoded and nothing is kept here; a slow uplink costs pictures, never memory.
 * Fragments come from {@code pipeline}; who may watch is the hub's business alone.
 */
@NullMarked
package io.vedette.agent.live;

import org.jspecify.annotations.NullMarked;
