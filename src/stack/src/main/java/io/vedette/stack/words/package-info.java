/**
 * What is said to the person at the terminal: progress, and failures as sentences. Everybody comes in; nothing here starts or
 * stops anything.
 */
@NullMarked
package io.vedette.stack.words;

import org.jspecify.annotations.NullMarked;
