package io.vedette.vault.event.sqs;

import io.vedette.contracts.Secret;
import io.vedette.vault.contract.Arrived;
import io.vedette.vault.contract.Gate;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A real server of queues (ElasticMQ, in this process) behind a gate. It checks no signature. */
final class QueueServer implements AutoCloseable {
    private final AtomicInteger queues = new AtomicInteger();
    private final Gate gate = new Gate();
    private final SQSRestServer server;
    private final SqsClient client;

    QueueServer() throws IOException {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        client = Connection.client(settings(port, "any", Patience.USUAL), address -> true);
        gate.to(port);
    }

    Gate gate() {
        return gate;
    }

    SqsSettings settings(String queue, Patience patience) {
        return settings(gate.port(), queue, patience);
    }

    private static SqsSettings settings(int port, String queue, Patience patience) {
        return new SqsSettings(
                URI.create("http://127.0.0.1:" + port + "/000000000000/" + queue),
                "elasticmq",
                "owner-access",
                new Secret("owner-secret-of-the-test"),
                patience);
    }

    /** Makes one. */
    String queue(boolean fifo) {
        String name = "queue-" + queues.incrementAndGet() + (fifo ? ".fifo" : "");
        var unused = client.createQueue(
                ask -> ask.queueName(name).attributes(fifo ? Map.of(QueueAttributeName.FIFO_QUEUE, "true") : Map.of()));
        return name;
    }

    List<Arrived> read(String queue, List<OutgoingEvent> events) {
        Set<String> awaited =
                new HashSet<>(events.stream().map(OutgoingEvent::id).toList());
        List<Arrived> arrived = new ArrayList<>();
        String address = settings(queue, Patience.USUAL).queue().toString();
        while (!awaited.isEmpty()) {
            List<Message> messages = client.receiveMessage(ask -> ask.queueUrl(address)
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(5)
                            .messageAttributeNames("All"))
                    .messages();
            for (Message message : messages) {
                Arrived one = arrived(message);
                arrived.add(one);
                awaited.remove(one.id());
                var unused = client.deleteMessage(ask -> ask.queueUrl(address).receiptHandle(message.receiptHandle()));
            }
        }
        return arrived;
    }

    private static Arrived arrived(Message message) {
        Map<String, String> attributes = new HashMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
        String type = attributes.remove("content-type");
        String id = attributes.remove("ce_id");
        String key = attributes.remove("ce_partitionkey");
        String sequence = attributes.remove("ce_sequence");
        Map<String, String> rest = new HashMap<>();
        attributes.forEach((name, value) -> rest.put(name.substring("ce_".length()), value));
        return new Arrived(id, key, sequence, type, message.body(), rest);
    }

    @Override
    public void close() throws IOException {
        gate.close();
        client.close();
        server.stopAndWait();
    }
}
