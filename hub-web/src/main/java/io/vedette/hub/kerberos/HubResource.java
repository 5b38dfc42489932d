package io.vedette.hub.kerberos;

import io.vedette.hub.kerberos.HearBeat.Heard;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.platform.web.StrangersBody;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an agent of Kerberos takes for its hub. The paths are its own. */
@Path("/kerberos/hub")
public class HubResource {
    private final Keys keys;
    private final WholeFilm film;
    private final HearBeat beats;
    private final BeatBodies bodies;
    private final StrangersBody strangers;

    @Inject
    HubResource(Keys keys, WholeFilm film, HearBeat beats, BeatBodies bodies, StrangersBody strangers) {
        this.keys = keys;
        this.film = film;
        this.beats = beats;
        this.bodies = bodies;
        this.strangers = strangers;
    }

    /** Whether the keys are right. */
    @POST
    @Path("subscription/verify")
    public Response verify(@Context HttpServletRequest request) {
        return keys.with(Side.HUB, request, in -> Keys.plain(200, "ok").build());
    }

    /** Whether a film may come at all; what of it is told only with the film. */
    @HEAD
    @Path("storage/upload")
    public Response may(@Context HttpServletRequest request) {
        return keys.with(Side.HUB, request, in -> Response.ok().build());
    }

    /** A film in one body. */
    @POST
    @Path("storage/upload")
    public Response store(
            @HeaderParam("Content-Length") @Nullable String length,
            InputStream body,
            @Context HttpServletRequest request) {
        return film.store(Side.HUB, request, length, body);
    }

    /** That an agent is there. It proves itself by its keys, before it is read, or by what it encrypted with them. */
    @POST
    @Path("devices/heartbeat")
    public Response beat(InputStream body, @Context HttpServletRequest request) throws IOException {
        if (Side.HUB.accessKey(request) == null) {
            return stranger(body, request);
        }
        Optional<Admitted> in = keys.admit(Side.HUB, request);
        return in.isPresent() ? answer(beats.hear(in, bodies.read(in.get(), body)), request) : keys.refused(request);
    }

    private Response stranger(InputStream body, HttpServletRequest request) throws IOException {
        if (keys.shutOut(request)) {
            return keys.refused(request);
        }
        Heard heard = beats.hear(strangers.read(body, BeatBodies.MOST_BYTES));
        if (heard != Heard.UNPROVED) {
            keys.right(request);
        }
        return answer(heard, request);
    }

    private Response answer(Heard heard, HttpServletRequest request) {
        return switch (heard) {
            case HEARD -> Keys.plain(200, "ok").build();
            case NO_CAMERA -> Answers.refused(Why.NO_CAMERA).build();
            case UNREADABLE -> Answers.refused(Why.INVALID).build();
            case UNPROVED -> keys.refused(request);
        };
    }
}
