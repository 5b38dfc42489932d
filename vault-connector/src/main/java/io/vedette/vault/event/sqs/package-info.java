/**
 * Events in a queue of Amazon's SQS, or of what speaks as it does. A FIFO queue (its name ends with {@code .fifo}) keeps the
 * order of each key and drops a repetition within five minutes, by the event's id; a standard queue does neither. The message is
 * the event's text; its id, key, sequence and attributes go with it as message attributes {@code ce_…}, its type as
 * {@code content-type}. Errors of the SDK end here, see {@code Faults}.
 */
@NullMarked
package io.vedette.vault.event.sqs;

import org.jspecify.annotations.NullMarked;
