/**
 * The one-command launcher: every server a process of its own, every secret made at first start, nothing left behind.
 */
@NullMarked
package io.vedette.stack;

import org.jspecify.annotations.NullMarked;
