/**
 * Events in a topic of Kafka, by its idempotent producer and with every in-sync replica's word for it. The record's key is the
 * event's, so one camera's events are in one partition and keep their order; id, key, sequence and attributes are headers
 * {@code ce_…} and the type is {@code content-type}, as in CloudEvents' "Kafka Protocol Binding". A repetition is a second
 * record with the same {@code ce_id}.
 *
 * <p>The producer itself would let a broker make a topic that is not there. So an admin client, which does not, looks first, at
 * each opening; after any fault of the whole the producer is thrown away and opened anew. Errors of the client end here, see
 * {@code Faults}.
 */
@NullMarked
package io.vedette.vault.event.kafka;

import org.jspecify.annotations.NullMarked;
