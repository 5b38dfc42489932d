package io.vedette.hub.livestream;

import io.vedette.contracts.live.LiveFormat;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.livestream.relay.Publication;
import io.vedette.hub.livestream.relay.Relay.Admission;
import io.vedette.hub.platform.socket.SocketEnd;
import io.vedette.hub.platform.web.Problem;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an agent sends live pictures. A stranger until its first message, which must be the hello with its ticket and must
 * come within two seconds; small until then.
 */
@ServerEndpoint(LinkedAgents.PUBLISH_PATH)
public class PublishSocket {
    private static final Logger LOG = LoggerFactory.getLogger(PublishSocket.class);
    private static final int MOST_TEXT = 4 * 1024;
    private static final Duration STRANGERS_SILENCE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes endpoints with their empty constructor
    private RunningRelay running;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Tickets tickets;

    private volatile @Nullable SocketEnd end;
    private volatile @Nullable Publication publication;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(MOST_TEXT);
        session.setMaxBinaryMessageBufferSize(1);
        session.setMaxIdleTimeout(STRANGERS_SILENCE.toMillis() * 2);
        end = new SocketEnd(session);
        // not by the idle limit alone: pings would keep a stranger in
        running.later(STRANGERS_SILENCE, () -> {
            if (publication == null) {
                refuse(Problem.SIGN_IN);
            }
        });
    }

    @OnMessage
    public void text(String text, Session session) {
        if (over()) {
            return;
        }
        if (publication instanceof Publication publisher) {
            SocketText.read(text, LiveFormat.class).ifPresentOrElse(publisher::format, () -> refuse(Problem.INVALID));
        } else {
            hello(text, session);
        }
        over();
    }

    private void hello(String text, Session session) {
        var socket = new SocketSink(session, Objects.requireNonNull(end));
        switch (new AdmitPublisher(tickets, running.relay()).admit(text, socket)) {
            case Admission.Admitted admitted -> begin(session, admitted.publication());
            case Admission.Refused refused -> refuse(refused.problem());
        }
    }

    private void begin(Session session, Publication admitted) {
        publication = admitted;
        try {
            session.setMaxBinaryMessageBufferSize(LiveFrame.MAX_MESSAGE);
            session.setMaxIdleTimeout(SILENCE.toMillis());
        } catch (IllegalStateException e) {
            LOG.debug("a publisher left while it was let in", e);
            admitted.closed(); // its close came before there was anything to close
        }
    }

    @OnMessage
    public void binary(byte[] message) {
        if (over()) {
            return;
        }
        if (publication instanceof Publication publisher) {
            publisher.frame(message);
        } else {
            refuse(Problem.SIGN_IN);
        }
        over();
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
        if (publication instanceof Publication publisher) {
            publisher.closed();
        }
    }

    @OnError
    public void error(Throwable fault) {
        if (fault instanceof IOException) {
            LOG.debug("a publisher's connection broke", fault);
        } else {
            LOG.error("a publisher's message could not be handled", fault);
        }
        refuse(Problem.FAULT);
    }

    private void refuse(Problem problem) {
        if (end instanceof SocketEnd ending) {
            ending.ask(problem.closeCode(), problem.code());
        }
    }
}
