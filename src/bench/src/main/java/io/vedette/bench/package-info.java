/**
 * The figures Vedette promises, measured on the real programs and printed one a line. Says what is, fails for nothing but a fault:
 * a figure that falls short is news, not an error.
 */
@NullMarked
package io.vedette.bench;

import org.jspecify.annotations.NullMarked;
