/**
 * Does anything move? Pictures come in, moments of motion go out. The arithmetic on pictures is OpenCV's, one room
 * further; what is decided from it is here, in plain Java, and can be tested with plain numbers.
 *
 * <p>Pictures are borrowed for one call. FFmpeg must never be here.
 */
@NullMarked
package io.vedette.agent.motion;

import org.jspecify.annotations.NullMarked;
