/**
 * Edge vaults: the vaults of sites, as their owners see them. Agents are told of the vault of their site, and what it keeps is sent on
 * by rule. What lies there is the recordings' business; pairing and the link are those of agents.
 */
@NullMarked
package io.vedette.hub.edgevaults;

import org.jspecify.annotations.NullMarked;
