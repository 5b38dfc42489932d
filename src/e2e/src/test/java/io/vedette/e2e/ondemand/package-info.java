/**
 * Recordings that are still at the edge, asked for by a person, over a bad line.
 */
@NullMarked
package io.vedette.e2e.ondemand;

import org.jspecify.annotations.NullMarked;
