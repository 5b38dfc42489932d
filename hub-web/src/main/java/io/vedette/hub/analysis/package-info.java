/**
 * What programs saw in recordings: detections, markers and labels, as runs of their engines. Values are here, rows in
 * {@code entity}, what is done with them in {@code control}. Knows a recording as {@link io.vedette.hub.analysis.RecordingRef}
 * alone; whoever has the recording asks.
 */
@NullMarked
package io.vedette.hub.analysis;

import org.jspecify.annotations.NullMarked;
