/** Tries a store out before anybody relies on it. Knows the port alone, so every provider is tried in the same way. */
@NullMarked
package io.vedette.vault.check;

import org.jspecify.annotations.NullMarked;
