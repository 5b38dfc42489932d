/**
 * Waiting. The only place of this module that sleeps.
 */
@NullMarked
package io.vedette.stack.time;

import org.jspecify.annotations.NullMarked;
