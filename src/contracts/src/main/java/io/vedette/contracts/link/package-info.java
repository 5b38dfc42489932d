/**
 * The control link between one agent and the hub: small JSON messages over a WebSocket that the agent opens and keeps.
 * {@link io.vedette.contracts.link.FromAgent} and {@link io.vedette.contracts.link.FromHub} are the whole vocabulary.
 * Video never travels here. An unknown message or field is ignored, so that old and new can talk.
 */
@NullMarked
package io.vedette.contracts.link;

import org.jspecify.annotations.NullMarked;
