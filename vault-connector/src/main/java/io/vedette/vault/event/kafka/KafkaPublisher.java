package io.vedette.vault.event.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.network.Guard;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Events in a topic of the owner's choice; the room sign of this package tells how. */
public final class KafkaPublisher implements EventPublisher {
    private final KafkaSettings settings;
    private final Topic topic;
    private final Lock opening = new ReentrantLock();
    private final AtomicReference<@Nullable Producer<byte[], byte[]>> opened = new AtomicReference<>();

    private KafkaPublisher(KafkaSettings settings, Guard guard) {
        this.settings = settings;
        this.topic = new Topic(settings, guard);
    }

    /**
     * Asks nothing of the brokers yet. Of the addresses their names lead to, all have to be allowed; they are looked at whenever
     * the topic is, before the first event and after each fault.
     *
     * <p>The client looks names up again by itself and lets nobody watch, so this is no wall: a name that leads elsewhere in the
     * next moment, a broker that joins later, and the one connection by which the other brokers are asked for are not covered.
     * Where users may type addresses of brokers, the network has to keep this program out of what they must not reach.
     */
    public static KafkaPublisher open(KafkaSettings settings, Predicate<InetAddress> allowed) {
        return new KafkaPublisher(settings, new Guard(allowed));
    }

    @Override
    public void publish(OutgoingEvent event) {
        String what = "cannot publish " + event;
        long begun = System.nanoTime();
        try {
            send(producer(), event, begun);
        } catch (ExecutionException | KafkaException | IllegalStateException e) { // the last: another has abandoned it
            throw Faults.of(what, e);
        } catch (TimeoutException e) {
            throw new EventFault(Kind.BROKEN, what + ": no answer in time");
        } catch (InterruptedException e) {
            throw interrupted(what);
        }
    }

    private void send(Producer<byte[], byte[]> producer, OutgoingEvent event, long begun)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean goesOn = false;
        try {
            var unused = producer.send(record(event)).get(left(begun), TimeUnit.NANOSECONDS);
            goesOn = true;
        } catch (ExecutionException e) {
            goesOn = Faults.of("", e).kind().poison();
            throw e;
        } finally {
            if (!goesOn) {
                abandon(producer); // lest the event comes after what is published next
            }
        }
    }

    @Override
    public void check() {
        try {
            topic.look();
        } catch (InterruptedException e) {
            throw interrupted("topic " + settings.topic() + " was not looked at");
        }
    }

    /** A quarter of the time to wait for another's opening, two to open, and what is left to send. */
    private Producer<byte[], byte[]> producer() throws InterruptedException, TimeoutException {
        if (!opening.tryLock(settings.patience().part(4).toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        try {
            Producer<byte[], byte[]> producer = opened.get();
            if (producer == null) {
                topic.look();
                producer = new KafkaProducer<>(
                        Configuration.producer(settings), new ByteArraySerializer(), new ByteArraySerializer());
                opened.set(producer);
            }
            return producer;
        } finally {
            opening.unlock();
        }
    }

    /** What others have under way in it ends with a fault, too, and is sent again by them. */
    private void abandon(Producer<byte[], byte[]> producer) {
        opened.compareAndSet(producer, null);
        producer.close(Duration.ZERO);
    }

    private long left(long begun) {
        return settings.patience().total().toNanos() - (System.nanoTime() - begun);
    }

    private ProducerRecord<byte[], byte[]> record(OutgoingEvent event) {
        var record = new ProducerRecord<>(settings.topic(), event.key().getBytes(UTF_8), event.bytes());
        Headers headers = record.headers();
        event.attributes().forEach((name, value) -> headers.add("ce_" + name, value.getBytes(UTF_8)));
        headers.add("ce_id", event.id().getBytes(UTF_8));
        headers.add("ce_partitionkey", event.key().getBytes(UTF_8));
        headers.add("ce_sequence", event.sequence().getBytes(UTF_8));
        headers.add("content-type", event.contentType().getBytes(UTF_8));
        return record;
    }

    private static EventFault interrupted(String what) {
        Thread.currentThread().interrupt();
        return new EventFault(Kind.BROKEN, what + ": interrupted");
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> producer = opened.getAndSet(null);
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
