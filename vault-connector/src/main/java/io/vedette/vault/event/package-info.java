/**
 * Telling the world outside what happened to recordings. {@link io.vedette.vault.event.EventPublisher} is the port; each broker
 * has a package of its own and is held to the same contract (the module's test jar, {@code io.vedette.vault.contract}). Whoever
 * publishes keeps an outbox and sends again until it is told that the broker has the event.
 * Knows the JDK and the contracts' event; never a broker: no broker's type and no broker's exception leaves its package.
 */
@NullMarked
package io.vedette.vault.event;

import org.jspecify.annotations.NullMarked;
