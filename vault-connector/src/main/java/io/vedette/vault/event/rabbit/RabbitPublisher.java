package io.vedette.vault.event.rabbit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.network.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Events for an exchange of the owner's choice; the room sign of this package tells how. */
public final class RabbitPublisher implements EventPublisher {
    private static final int PERSISTENT = 2;

    private final RabbitSettings settings;
    private final Guard guard;
    private final Turn turn = new Turn();
    private final AtomicReference<@Nullable Line> line = new AtomicReference<>();
    /** Of the line; only within a turn. */
    private @Nullable Channel channel;
    /** Of the channel, so that what an old one still says is not taken for the new one's. */
    private AtomicBoolean returned = new AtomicBoolean();

    private RabbitPublisher(RabbitSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    /** Asks nothing of the broker yet. Of the addresses its name leads to, all have to be allowed, at every connection. */
    public static RabbitPublisher open(RabbitSettings settings, Predicate<InetAddress> allowed) {
        return new RabbitPublisher(settings, new Guard(allowed));
    }

    @Override
    public void publish(OutgoingEvent event) {
        within("cannot publish " + event, () -> {
            send(event);
            return event;
        });
    }

    /** Proves the way, the login and the exchange (with the default one the queue), not that the exchange leads anywhere. */
    @Override
    public void check() {
        within("the exchange cannot be used", () -> {
            Channel asked = channel();
            return settings.exchange().isEmpty()
                    ? asked.queueDeclarePassive(settings.routingKey())
                    : asked.exchangeDeclarePassive(settings.exchange());
        });
    }

    private void send(OutgoingEvent event) throws IOException, TimeoutException, InterruptedException {
        Channel to = channel();
        String blocked = blocked();
        if (blocked != null) { // what is written now would wait, and the writing with it
            throw full(blocked);
        }
        returned.set(false);
        to.basicPublish(settings.exchange(), settings.routingKey(), true, properties(event), event.bytes());
        boolean confirmed = to.waitForConfirms(settings.patience().total().toMillis());
        if (returned.get()) { // comes before the confirmation
            throw new EventFault(Kind.ABSENT, "no queue gets what is sent with this routing key");
        }
        if (!confirmed) {
            throw new EventFault(Kind.THROTTLED, "the queue did not take " + event);
        }
    }

    private Channel channel() throws IOException, TimeoutException {
        if (channel != null && channel.isOpen() && line.get() != null) {
            return channel;
        }
        drop();
        Line fresh = new Line(settings);
        line.set(fresh);
        Channel opened = fresh.open(guard);
        var ofThis = new AtomicBoolean();
        opened.addReturnListener(back -> ofThis.set(true));
        channel = opened;
        returned = ofThis;
        return opened;
    }

    private void within(String what, Callable<?> work) {
        var blocked = new AtomicReference<@Nullable String>();
        try {
            turn.take(() -> orDropped(work), settings.patience().total(), () -> {
                blocked.set(blocked());
                drop();
            });
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            throw thrown instanceof EventFault fault ? fault : Faults.of(what, thrown);
        } catch (TimeoutException e) {
            String why = blocked.get();
            throw why == null ? new EventFault(Kind.BROKEN, what + ": no answer in time") : full(why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventFault(Kind.BROKEN, what + ": interrupted");
        }
    }

    private @Nullable String blocked() {
        Line now = line.get();
        return now == null ? null : now.blocked();
    }

    private static EventFault full(String why) {
        return new EventFault(Kind.THROTTLED, "the broker takes nothing for now: " + why);
    }

    /** A channel that has thrown is of no use any more; one that has brought bad news is. */
    private Object orDropped(Callable<?> work) throws Exception {
        try {
            return work.call();
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            drop();
            throw e;
        }
    }

    private void drop() {
        Line old = line.getAndSet(null);
        if (old != null) {
            old.cut();
        }
    }

    private static AMQP.BasicProperties properties(OutgoingEvent event) {
        Map<String, Object> headers = new HashMap<>();
        event.attributes().forEach((name, value) -> headers.put("cloudEvents_" + name, value));
        headers.put("cloudEvents_id", event.id());
        headers.put("cloudEvents_partitionkey", event.key());
        headers.put("cloudEvents_sequence", event.sequence());
        return new AMQP.BasicProperties.Builder()
                .messageId(event.id())
                .contentType(event.contentType())
                .deliveryMode(PERSISTENT)
                .headers(headers)
                .build();
    }

    @Override
    public void close() {
        turn.close();
        Line old = line.getAndSet(null);
        if (old != null) {
            old.close();
        }
    }
}
