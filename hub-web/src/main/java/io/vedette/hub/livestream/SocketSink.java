package io.vedette.hub.livestream;

import io.vedette.hub.livestream.relay.FragmentSink;
import io.vedette.hub.livestream.relay.PublisherSocket;
import io.vedette.hub.platform.socket.SocketEnd;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket session of the container as the relay wants it. The container's queue for sending has no end; the relay never
 * gives it a second message before it is done with the first. When the connection ends in this very moment the container
 * says so by an exception of no particular kind (Tyrus 2.1.5).
 */
final class SocketSink implements FragmentSink, PublisherSocket {
    private static final Logger LOG = LoggerFactory.getLogger(SocketSink.class);

    private final Session session;
    private final SocketEnd end;

    SocketSink(Session session, SocketEnd end) {
        this.session = session;
        this.end = end;
    }

    @Override
    public void send(ByteBuffer message, Done done) {
        try {
            session.getAsyncRemote().sendBinary(message, handler(done));
        } catch (RuntimeException over) {
            LOG.debug("sent to a connection that is over", over);
            done.done(false);
        }
    }

    @Override
    public void sendText(String text, Done done) {
        try {
            session.getAsyncRemote().sendText(text, handler(done));
        } catch (RuntimeException over) {
            LOG.debug("sent to a connection that is over", over);
            done.done(false);
        }
    }

    private static SendHandler handler(Done done) {
        return result -> done.done(result.isOK());
    }

    @Override
    public void close(int code, String reason) {
        end.ask(code, reason);
    }
}
