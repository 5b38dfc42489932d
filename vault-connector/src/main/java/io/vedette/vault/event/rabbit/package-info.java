/**
 * Events for an exchange of RabbitMQ, or of what speaks AMQP 0-9-1 as it does. An event counts as published when the broker has
 * confirmed it, and was routed to at least one queue: one that nobody would get is a fault. It is sent as persistent; whether it
 * survives is the queue's affair. The event's id is the message's; key, sequence and attributes are headers
 * {@code cloudEvents_…}, named as CloudEvents' "AMQP Protocol Binding" says. A repetition is a second message with the same id.
 *
 * <p>Events go one at a time over one channel, so their order is the order of the calls. A channel with a fault is thrown away
 * and the next call opens another; the client's own recovery is off, as it would hide from us what was lost meanwhile. Errors of
 * the client end here, see {@code Faults}.
 */
@NullMarked
package io.vedette.vault.event.rabbit;

import org.jspecify.annotations.NullMarked;
