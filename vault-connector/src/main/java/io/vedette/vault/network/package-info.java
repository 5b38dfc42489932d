/**
 * Where a store may be reached. Owners name the addresses of their stores, and a server that asks whatever it is told to is a way
 * into its own network; so every provider that speaks HTTP takes its connections from here. Knows Apache's client, which has a place
 * to ask between a name and its connection; the JDK's has none.
 */
@NullMarked
package io.vedette.vault.network;

import org.jspecify.annotations.NullMarked;
