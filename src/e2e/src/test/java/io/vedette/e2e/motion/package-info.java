/**
 * What is recorded, measured against what the camera really saw.
 */
@NullMarked
package io.vedette.e2e.motion;

import org.jspecify.annotations.NullMarked;
