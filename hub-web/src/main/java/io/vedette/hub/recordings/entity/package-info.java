/**
 * Recordings, uploads and what happened to cameras, as rows with rules. Lock order, always: first the recording, then its
 * upload. No HTTP, no files, no messages here.
 */
@NullMarked
package io.vedette.hub.recordings.entity;

import org.jspecify.annotations.NullMarked;
