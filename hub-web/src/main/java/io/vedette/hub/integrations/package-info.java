/**
 * Telling brokers and webhooks of an owner's what happened to recordings. {@code Outbox} takes an event in the transaction that makes it true; {@code Tell} carries
 * it out, at least once, each camera's in their order. Who does it holds the lane's row, skipping those that somebody else holds. A fault of a broker rests
 * its integration; a fault of one event puts that aside as a dead letter and goes on. Storing a recording never waits for anybody outside.
 */
@NullMarked
package io.vedette.hub.integrations;

import org.jspecify.annotations.NullMarked;
