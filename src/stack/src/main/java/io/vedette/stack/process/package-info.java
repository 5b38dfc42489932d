/**
 * Child processes: one log, one record of the pid each; how they are ended, also those an earlier launcher left behind.
 * Nothing here knows which programs the children are.
 */
@NullMarked
package io.vedette.stack.process;

import org.jspecify.annotations.NullMarked;
