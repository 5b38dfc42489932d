/**
 * What every page owes to everybody: readable and operable in both themes, on a phone too, under a strict policy.
 */
@NullMarked
package io.vedette.e2e.look;

import org.jspecify.annotations.NullMarked;
