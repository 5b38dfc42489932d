/**
 * The agent's word with the hub: pairing once, then the control link that is opened from here, kept, and opened again.
 * {@link io.vedette.agent.link.HubLink} lives for ever, a {@code LinkConnection} for one socket. Events leave the outbox here,
 * in order; what the hub orders is handed on to {@code upload} and {@code live} by the composition root.
 * No picture and no file ever passes through.
 */
@NullMarked
package io.vedette.agent.link;

import org.jspecify.annotations.NullMarked;
