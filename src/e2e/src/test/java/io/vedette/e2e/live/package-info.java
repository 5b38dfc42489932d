/**
 * Live pictures from camera to browser, and who pays for a slow viewer.
 */
@NullMarked
package io.vedette.e2e.live;

import org.jspecify.annotations.NullMarked;
