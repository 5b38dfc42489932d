/** Rows of runs, detections, markers and labels. */
@NullMarked
package io.vedette.hub.analysis.entity;

import org.jspecify.annotations.NullMarked;
