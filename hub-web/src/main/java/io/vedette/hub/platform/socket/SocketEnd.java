package io.vedette.hub.platform.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the hub ends a connection: on the thread that reads it. The container takes a closed connection's request apart at
 * once and does not wait for the thread that is reading from it. A close from any other thread, while the other side speaks
 * or while the upgrade is not quite over, loses the close code, leaves the connection open, or breaks the request that gets
 * the parts next (Payara 6.2025.10).
 *
 * <p>So an end is asked for, the other side is pinged, and the end comes when the answer is read, or whatever else is said
 * first. Who says nothing is closed all the same after a while. That a connection is over already the container says by an
 * exception of no particular kind (Tyrus 2.1.5); it is no news.
 */
public final class SocketEnd {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEnd.class);
    private static final long PATIENCE_SECONDS = 5;
    /** A ping may wait for a slow write: each has a thread of its own, so that none waits for another. */
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("socket-end").start(task);

    private final Session session;
    private final AtomicReference<@Nullable CloseReason> asked = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();

    public SocketEnd(Session session) {
        this.session = session;
    }

    /**
     * Asks for the end; the first to ask gives the reason. Any thread; does not wait.
     *
     * @param code a close code (RFC 6455, section 7.4)
     * @param reason at most 123 bytes
     */
    public void ask(int code, String reason) {
        if (asked.compareAndSet(null, new CloseReason(CloseCodes.getCloseCode(code), reason))) {
            THREADS.execute(this::ping);
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS, THREADS)
                    .execute(this::come);
        }
    }

    /**
     * Ends the connection if somebody asked for it. To be called by the thread that reads the connection, before a message
     * is handled and after, and for a pong (which every browser sends by itself, RFC 6455, section 5.5.3).
     *
     * @return true if nothing more may be done with the connection
     */
    public boolean came() {
        if (asked.get() == null) {
            return false;
        }
        come();
        return true;
    }

    private void come() {
        if (over.compareAndSet(false, true)) {
            try {
                session.close(asked.get());
            } catch (IOException | RuntimeException e) {
                LOG.debug("closing a connection that is over", e);
            }
        }
    }

    private void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            LOG.debug("asked a connection that is over", e);
        }
    }
}
