/**
 * Waiting for something to become true. The only place of this module that sleeps.
 */
@NullMarked
package io.vedette.e2e.time;

import org.jspecify.annotations.NullMarked;
