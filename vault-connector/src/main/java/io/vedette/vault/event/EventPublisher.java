package io.vedette.vault.event;

/**
 * A place where events are left for others: a topic, a queue, an exchange. Its owner has made it; we never do.
 *
 * <p>Every provider promises: when {@link #publish} returns, the broker has the event as durably as the place was made to keep
 * it; after an exception it may have it or not, and the caller sends it again. So an event arrives at least once, and whoever
 * reads knows a repetition by its id. Events of one key that are published one after the other lie there in this order, where
 * the place keeps one at all (a standard queue of SQS does not). A repetition stands where it was sent again.
 *
 * <p>A call ends within the time its settings give, whatever the broker does; only looking up a name ends when this machine
 * gives it up. It throws {@link EventFault} and nothing of the broker's own. After a fault the next call begins anew; nothing has to be opened again. All methods may be called from any
 * thread, and block.
 */
public interface EventPublisher extends AutoCloseable {
    /** Returns when the broker has the event. The same id is the same event, however often it is sent. */
    void publish(OutgoingEvent event);

    /**
     * Whether the settings lead to the place, for whoever has just typed them. Leaves nothing behind there. What is proven is
     * the way, the credentials and that the place is there; whether we may write into it shows, with some brokers, only by
     * writing.
     *
     * @throws EventFault they do not
     */
    void check();

    /** Nothing may be under way any more. */
    @Override
    void close();
}
