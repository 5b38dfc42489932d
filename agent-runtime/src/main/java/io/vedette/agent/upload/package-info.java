/**
 * Sends files when the hub has granted it: recordings by tus 1.0 (core protocol, without creation), thumbnails by PUT.
 * The hub is the truth: the queue lives in memory, and after every reconnect the hub grants again what it still wants.
 * Files are read here and never written; no socket of live pictures, no decision about what is worth sending.
 */
@NullMarked
package io.vedette.agent.upload;

import org.jspecify.annotations.NullMarked;
