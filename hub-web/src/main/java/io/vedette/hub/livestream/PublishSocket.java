package io.vedette.hub.livestream;

import io.vedette.contracts.live.LiveFormat;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.livestream.relay.Publication;
import io.vedette.hub.livestream.relay.Relay.Admission;
import io.vedette.hub.platform.web.Problem;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.time.Duration;
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

    private volatile @Nullable Publication publication;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(MOST_TEXT);
        session.setMaxBinaryMessageBufferSize(1);
        session.setMaxIdleTimeout(STRANGERS_SILENCE.toMillis() * 2);
        // not by the idle limit alone: pings would keep a stranger in
        running.later(STRANGERS_SILENCE, () -> {
            if (publication == null) {
                refuse(session, Problem.SIGN_IN);
            }
        });
    }

    @OnMessage
    public void text(String text, Session session) {
        Publication publisher = publication;
        if (publisher == null) {
            hello(text, session);
            return;
        }
        SocketText.read(text, LiveFormat.class)
                .ifPresentOrElse(publisher::format, () -> refuse(session, Problem.INVALID));
    }

    private void hello(String text, Session session) {
        var socket = new SocketSink(session, running.closers());
        switch (new AdmitPublisher(tickets, running.relay()).admit(text, socket)) {
            case Admission.Admitted admitted -> begin(session, admitted.publication());
            case Admission.Refused refused -> refuse(session, refused.problem());
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
    public void binary(byte[] message, Session session) {
        Publication publisher = publication;
        if (publisher == null) {
            refuse(session, Problem.SIGN_IN);
        } else {
            publisher.frame(message);
        }
    }

    @OnClose
    public void close() {
        Publication publisher = publication;
        if (publisher != null) {
            publisher.closed();
        }
    }

    @OnError
    public void error(Session session, Throwable fault) {
        if (fault instanceof IOException) {
            LOG.debug("a publisher's connection broke", fault);
        } else {
            LOG.error("a publisher's message could not be handled", fault);
        }
        refuse(session, Problem.FAULT);
    }

    private void refuse(Session session, Problem problem) {
        new SocketSink(session, running.closers()).close(problem.closeCode(), problem.code());
    }
}
