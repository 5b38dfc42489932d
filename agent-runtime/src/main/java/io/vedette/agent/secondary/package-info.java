/**
 * A second place for recordings, beside the hub: what the hub does not take in time is copied there, verified, and stays
 * wanted by the hub. Stores come in by the port of the vault. Whether one is away, full or slow is the business of the one
 * thread here; nothing is deleted there, and nothing is sent to the hub.
 */
@NullMarked
package io.vedette.agent.secondary;

import org.jspecify.annotations.NullMarked;
