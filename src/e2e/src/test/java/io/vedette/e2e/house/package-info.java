/**
 * The one stack and the one browser that all tests share, and what is kept when one of them fails.
 */
@NullMarked
package io.vedette.e2e.house;

import org.jspecify.annotations.NullMarked;
