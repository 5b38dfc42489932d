package io.vedette.hub.livestream;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.livestream.OpenLiveView.Opening;
import io.vedette.hub.livestream.relay.LiveViewer;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.socket.SocketEnd;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a browser or a program gets live pictures of one camera. Nothing is sent before the access function has said yes. */
@ServerEndpoint(value = "/t/{tenant}/socket/live/{camera}", configurator = ViewerHandshake.class)
public class ViewerSocket {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerSocket.class);
    private static final int MOST_TEXT = 256;
    /** A page says something at least every 20 s. */
    private static final long SILENCE_MILLIS = 60_000;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes endpoints with their empty constructor
    private RunningRelay running;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private OpenLiveView views;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveGuard guard;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveViewNotes notes;

    private volatile @Nullable SocketEnd end;
    private volatile @Nullable View view;

    private record View(LiveViewer viewer, LiveGuard.Guarded guarded, LiveViewNotes.Watching noted) {}

    /** The newest message the page has. */
    record Ack(long ack) {}

    @OnOpen
    public void open(
            Session session,
            EndpointConfig config,
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera) {
        session.setMaxTextMessageBufferSize(MOST_TEXT);
        session.setMaxBinaryMessageBufferSize(1);
        session.setMaxIdleTimeout(SILENCE_MILLIS);
        var ending = new SocketEnd(session);
        end = ending;
        try {
            view = begin(new SocketSink(session, ending), config, tenant, InPath.id(camera, CameraId::of));
        } catch (Refusal refused) {
            ending.ask(refused.problem().closeCode(), refused.problem().code());
        }
    }

    private View begin(SocketSink sink, EndpointConfig config, String tenant, CameraId camera) {
        Supplier<Optional<Person>> who = ViewerHandshake.who(config);
        Person person = who.get().orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        Opening opening = views.open(person, tenant, camera);
        var noted = notes.begins(opening.camera(), ViewerHandshake.doer(config, person));
        LiveViewer viewer = running.relay()
                .watch(opening.camera(), opening.agent(), opening.cameraLost(), sink)
                .orElseThrow(() -> tooMany(noted));
        return new View(
                viewer, guard.guard(opening.camera().tenant(), tenant, camera, person, who, viewer::close), noted);
    }

    private Refusal tooMany(LiveViewNotes.Watching noted) {
        notes.ends(noted);
        return new Refusal(Problem.TOO_MANY);
    }

    @OnMessage
    public void message(String text) {
        if (over() || !(view instanceof View open)) {
            return;
        }
        SocketText.read(text, Ack.class)
                .ifPresentOrElse(
                        newest -> open.viewer().acked(newest.ack()),
                        () -> open.viewer().close(Problem.INVALID.closeCode(), Problem.INVALID.code()));
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
        if (view instanceof View open) {
            guard.release(open.guarded());
            open.viewer().leave();
            notes.ends(open.noted());
        }
    }

    @OnError
    public void error(Throwable fault) {
        if (fault instanceof IOException) {
            LOG.debug("a viewer's connection broke", fault);
        } else {
            LOG.error("a viewer's connection failed", fault);
        }
        if (end instanceof SocketEnd ending) {
            ending.ask(Problem.FAULT.closeCode(), Problem.FAULT.code());
        }
    }
}
