package io.vedette.hub.kerberos;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What an agent of Kerberos takes for its vault. The paths are its own. */
@Path("/kerberos/vault")
public class VaultResource {
    private final Keys keys;
    private final WholeFilm film;

    @Inject
    VaultResource(Keys keys, WholeFilm film) {
        this.keys = keys;
        this.film = film;
    }

    /** Whether the keys are right. */
    @POST
    @Path("ping")
    public Response ping(@Context HttpServletRequest request) {
        return keys.with(Side.VAULT, request, in -> Keys.plain(200, "pong").build());
    }

    /** A film in one body. */
    @POST
    @Path("storage")
    public Response store(
            @HeaderParam("Content-Length") @Nullable String length,
            InputStream body,
            @Context HttpServletRequest request) {
        return film.store(Side.VAULT, request, length, body);
    }

    /** It comes without keys, so nobody knows whose it is: it is not even read. Agents would write to their logs every ten seconds without it. */
    @POST
    @Path("devices/heartbeat")
    public Response beat() {
        return Keys.plain(200, "ignored").build();
    }
}
