/**
 * The clock, as something handed in. Nobody else asks the machine for the time.
 */
@NullMarked
package io.vedette.hub.platform.time;

import org.jspecify.annotations.NullMarked;
