/**
 * Accounts and what they may see: giving, taking back, and reading grants as sentences. The rule itself is in {@code cameras},
 * the accounts come through {@code access.Accounts}.
 */
@NullMarked
package io.vedette.hub.people;

import org.jspecify.annotations.NullMarked;
