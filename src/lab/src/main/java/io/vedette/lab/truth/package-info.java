/**
 * What really was to be seen, and when by the wall clock: the measure for everything that tests say about motion, recordings and
 * live pictures. No product code may read it.
 */
@NullMarked
package io.vedette.lab.truth;

import org.jspecify.annotations.NullMarked;
