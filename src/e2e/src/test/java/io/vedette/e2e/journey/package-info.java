/**
 * What people come for, from the home page on, on a desk's screen and on a phone's: counted in actions.
 */
@NullMarked
package io.vedette.e2e.journey;

import org.jspecify.annotations.NullMarked;
