/**
 * From a camera's packets to fragments, on one clock: normalised timestamps, the fragmenter's output, the last pictures
 * kept at hand, and whoever listens.
 *
 * <p>Packets are borrowed for one call: copy before you keep one. Fragments are for keeps and never change. FFmpeg and
 * the spool must never be here.
 */
@NullMarked
package io.vedette.agent.pipeline;

import org.jspecify.annotations.NullMarked;
