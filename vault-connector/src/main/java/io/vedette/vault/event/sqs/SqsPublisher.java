package io.vedette.vault.event.sqs;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Events in a queue of the owner's choice; the room sign of this package tells how. */
public final class SqsPublisher implements EventPublisher {
    private final SqsClient client;
    private final String queue;
    private final boolean fifo;

    private SqsPublisher(SqsClient client, SqsSettings settings) {
        this.client = client;
        this.queue = settings.queue().toString();
        this.fifo = settings.fifo();
    }

    /** Asks nothing of the queue yet. Of the addresses its name leads to, all have to be allowed, at every connection. */
    public static SqsPublisher open(SqsSettings settings, Predicate<InetAddress> allowed) {
        return new SqsPublisher(Connection.client(settings, allowed), settings);
    }

    @Override
    public void publish(OutgoingEvent event) {
        var message = SendMessageRequest.builder()
                .queueUrl(queue)
                .messageBody(text(event))
                .messageAttributes(attributes(event));
        if (fifo) {
            message.messageGroupId(event.key()).messageDeduplicationId(event.id());
        }
        try {
            var unused = client.sendMessage(message.build());
        } catch (SdkException e) {
            throw Faults.of("cannot publish " + event, e);
        }
    }

    /** Proves the way, the keys and the queue, not the right to send. */
    @Override
    public void check() {
        try {
            var unused =
                    client.getQueueAttributes(ask -> ask.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN));
        } catch (SdkException e) {
            throw Faults.of("the queue cannot be used", e);
        }
    }

    /** A queue holds text, and of that only what XML may hold ("SendMessage", {@code MessageBody}). */
    private static String text(OutgoingEvent event) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(event.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw EventFault.of(Kind.UNFIT, event + " is not text", e);
        }
        if (!text.codePoints().allMatch(SqsPublisher::taken)) {
            throw new EventFault(Kind.UNFIT, event + " has characters that a queue does not take");
        }
        return text;
    }

    private static boolean taken(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }

    private static Map<String, MessageAttributeValue> attributes(OutgoingEvent event) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        event.attributes().forEach((name, value) -> attributes.put("ce_" + name, string(value)));
        attributes.put("ce_id", string(event.id()));
        attributes.put("ce_partitionkey", string(event.key()));
        attributes.put("ce_sequence", string(event.sequence()));
        attributes.put("content-type", string(event.contentType()));
        return attributes;
    }

    private static MessageAttributeValue string(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    @Override
    public void close() {
        client.close();
    }
}
