/**
 * OpenCV's core and imgproc, and nothing else of it, behind {@link io.vedette.agent.motion.BlockScores}. Loaded when the
 * first picture is watched. Each matrix is made once and reused; a picture is wrapped, not copied.
 */
@NullMarked
package io.vedette.agent.motion.opencv;

import org.jspecify.annotations.NullMarked;
