/**
 * Which addresses may be reached from here. Owners name the addresses of their stores and brokers, and a server that asks whatever it is told to is a way
 * into its own network; so every provider takes its connections past a {@link io.vedette.vault.network.Guard}. Knows the JDK, and for one class Apache's
 * client, which has a place to ask between a name and its connection; the JDK's has none.
 */
@NullMarked
package io.vedette.vault.network;

import org.jspecify.annotations.NullMarked;
