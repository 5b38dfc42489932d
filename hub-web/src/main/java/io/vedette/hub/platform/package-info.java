/**
 * The technical floor: what every feature stands on. Knows no feature.
 * Beans here and above are {@code jakarta.inject.Singleton}: no proxy, so constructors inject and fields are final.
 */
@NullMarked
package io.vedette.hub.platform;

import org.jspecify.annotations.NullMarked;
