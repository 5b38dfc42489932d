/**
 * What the launcher promises while it runs and once it has stopped.
 */
@NullMarked
package io.vedette.e2e.stack;

import org.jspecify.annotations.NullMarked;
