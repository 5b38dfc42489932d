package io.vedette.agent.wire;

import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket to the hub, from the dialling to its end. The listener is called on the socket's own threads, and told
 * {@link Listener#closed} exactly once, also when it never opened. Safe for use by several threads.
 */
public final class HubSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubSocket.class);
    private static final int NORMAL = 1000;

    /** What happens on the socket. */
    public interface Listener {
        void opened();

        void text(String message);

        /**
         * The socket is at its end.
         *
         * @param code of RFC 6455, section 7.4; 1006 or below 1000 when the connection just ended
         */
        void closed(int code, String reason);
    }

    private final Connection connection;

    private HubSocket(Connection connection) {
        this.connection = connection;
    }

    /** Begins to dial and returns at once. A message of the hub longer than {@code mostReceived} bytes ends the socket. */
    public static HubSocket dial(URI address, int mostReceived, Duration connectLimit, Listener listener) {
        Connection connection = new Connection(address, mostReceived, connectLimit, listener);
        connection.setDaemon(true);
        connection.setTcpNoDelay(true);
        // Both sockets have heartbeats or leases of their own; the library's pings would be a second opinion.
        connection.setConnectionLostTimeout(0);
        connection.connect();
        return new HubSocket(connection);
    }

    /** Hands a message to the sender; false when the socket is not open (any more). */
    public boolean send(String text) {
        try {
            connection.send(text);
            return true;
        } catch (WebsocketNotConnectedException e) {
            return false;
        }
    }

    /** As {@link #send(String)}. */
    public boolean send(ByteBuffer binary) {
        try {
            connection.send(binary);
            return true;
        } catch (WebsocketNotConnectedException e) {
            return false;
        }
    }

    /**
     * Messages handed over and not yet taken by the sender. The library's queue has no bound of its own: whoever sends
     * without waiting for answers must look here first.
     */
    public int queued() {
        return connection.getConnection() instanceof WebSocketImpl socket ? socket.outQueue.size() : 0;
    }

    /** Says goodbye; the socket ends when the hub has answered. Whoever cannot wait for that calls {@link #abort} after. */
    @Override
    public void close() {
        connection.close(NORMAL);
    }

    /** Ends the socket now and throws away what is queued. */
    public void abort() {
        connection.abort();
    }

    private static final class Connection extends WebSocketClient {
        private final Listener listener;
        private final AtomicBoolean told = new AtomicBoolean();

        Connection(URI address, int mostReceived, Duration connectLimit, Listener listener) {
            super(
                    address,
                    new Draft_6455(List.of(), List.of(new org.java_websocket.protocols.Protocol("")), mostReceived),
                    Map.of("User-Agent", "vedette-agent"),
                    Math.toIntExact(connectLimit.toMillis()));
            this.listener = listener;
        }

        @Override
        public void onOpen(ServerHandshake answer) {
            try {
                getSocket().setSendBufferSize(Wire.SEND_BUFFER);
            } catch (SocketException e) {
                LOG.debug("the send buffer keeps its size: {}", e.getMessage());
            }
            listener.opened();
        }

        @Override
        public void onMessage(String message) {
            listener.text(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            if (told.compareAndSet(false, true)) {
                listener.closed(code, reason == null ? "" : reason);
            }
        }

        @Override
        public void onError(Exception fault) {
            // onClose follows and is what counts; this only says why
            LOG.debug("socket to the hub: {}", fault.toString());
        }

        void abort() {
            @Nullable Socket open = getSocket();
            if (open != null) {
                Wire.cut(open);
            }
            closeConnection(NORMAL, "aborted");
        }
    }
}
