/**
 * From motion to recordings: which fragments belong into one file, and the thread that writes them into the spool.
 * Decisions compare capture times on the monotonic clock, never moments of arrival. FFmpeg must never be here.
 */
@NullMarked
package io.vedette.agent.recording;

import org.jspecify.annotations.NullMarked;
