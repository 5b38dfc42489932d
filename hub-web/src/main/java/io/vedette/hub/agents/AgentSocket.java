package io.vedette.hub.agents;

import io.vedette.contracts.link.Protocol;
import io.vedette.hub.platform.persistence.DatabaseAway;
import io.vedette.hub.platform.socket.SocketEnd;
import io.vedette.hub.platform.web.Problem;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control link's socket. One object per connection; everything beyond bytes is in {@link AgentConnection}. */
@ServerEndpoint(Protocol.CONTROL_PATH)
public class AgentSocket {
    private static final Logger LOG = LoggerFactory.getLogger(AgentSocket.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Most a stranger may say, and how long it may be silent. */
    private static final int STRANGERS_MESSAGE = 4 * 1024;

    private static final long STRANGERS_SILENCE = 5_000;
    /** Three heartbeats and some. */
    private static final long SILENCE = 3L * AgentConnection.HEARTBEAT_MILLIS + 5_000;
    /** Messages the container may hold for an agent that does not read; its own queue knows no end. */
    private static final int MOST_WAITING = 256;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes endpoints with their empty constructor
    private AgentDesk desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RenewKeys renewals;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    private volatile @Nullable SocketEnd end;
    private volatile @Nullable AgentConnection connection;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(STRANGERS_MESSAGE);
        session.setMaxBinaryMessageBufferSize(1);
        session.setMaxIdleTimeout(STRANGERS_SILENCE * 2); // the hub ends it before, with a reason
        var ending = new SocketEnd(session);
        end = ending;
        var opened =
                new AgentConnection(new SocketWire(session, ending), desk, renewals, clock, System::nanoTime, RANDOM);
        connection = opened;
        CompletableFuture.delayedExecutor(STRANGERS_SILENCE, TimeUnit.MILLISECONDS)
                .execute(opened::overdue);
    }

    @OnMessage
    public void message(String text) {
        if (!over() && connection instanceof AgentConnection open) {
            open.received(text);
            over();
        }
    }

    @OnMessage
    public void pong(PongMessage answer) {
        over();
    }

    private boolean over() {
        return end instanceof SocketEnd ending && ending.came();
    }

    @OnClose
    public void close() {
        if (connection instanceof AgentConnection open) {
            open.closed();
        }
    }

    @OnError
    public void error(Throwable fault) {
        if (fault instanceof IOException) {
            LOG.debug("an agent's connection broke", fault);
        } else if (DatabaseAway.isCauseOf(fault)) {
            LOG.warn("an agent's message could not be kept, the database does not answer: {}", fault.toString());
            end(Problem.DATABASE_DOWN.closeCode(), "database away");
            return;
        } else {
            LOG.error("an agent's message could not be handled", fault);
        }
        end(Problem.FAULT.closeCode(), "fault");
    }

    private void end(int code, String reason) {
        if (end instanceof SocketEnd ending) {
            ending.ask(code, reason);
        }
    }

    private static final class SocketWire implements AgentConnection.Wire {
        private final Session session;
        private final SocketEnd end;
        private final AtomicInteger waiting = new AtomicInteger();

        SocketWire(Session session, SocketEnd end) {
            this.session = session;
            this.end = end;
        }

        @Override
        public void send(String text) {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                close(CloseReason.CloseCodes.TRY_AGAIN_LATER.getCode(), "does not read");
                return;
            }
            try {
                session.getAsyncRemote().sendText(text, sent -> waiting.decrementAndGet());
            } catch (RuntimeException e) { // the container has no kind of its own for it
                LOG.debug("said to a connection that is over", e);
            }
        }

        @Override
        public void close(int code, String reason) {
            end.ask(code, reason);
        }

        @Override
        public void trust() {
            session.setMaxTextMessageBufferSize(Protocol.MAX_MESSAGE);
            session.setMaxIdleTimeout(SILENCE);
        }
    }
}
