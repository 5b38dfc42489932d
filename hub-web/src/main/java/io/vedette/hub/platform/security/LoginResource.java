package io.vedette.hub.platform.security;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.StrangersBody;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a browser, or the identity provider itself, comes back to. */
@Path("/login")
public class LoginResource {
    private static final String LOGOUT_TOKEN = "logout_token=";
    private static final int MOST_FORM_BYTES = 16 * 1024;

    private final Login login;
    private final StrangersBody bodies;
    private final SignInNotes notes;
    private final HubSettings settings;

    @Inject
    LoginResource(Login login, StrangersBody bodies, SignInNotes notes, HubSettings settings) {
        this.settings = settings;
        this.login = login;
        this.bodies = bodies;
        this.notes = notes;
    }

    /** Whoever types this address is asked to sign in by then, as everywhere. */
    @GET
    public Response here() {
        return Redirect.to("/");
    }

    @GET
    @Path("/callback")
    public Response callback(
            @QueryParam("state") List<String> state,
            @QueryParam("code") List<String> code,
            @QueryParam("iss") List<String> issuer,
            @QueryParam("error") List<String> error,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var brought = Brought.of(state, code, issuer, error, settings.login().issuer());
        return switch (login.finish(request, brought.state(), brought.code())) {
            case Login.Return.Welcome welcome -> {
                keep(request);
                // not by the answer's own header: there is the session's new cookie already, which JAX-RS would replace
                response.addHeader("Set-Cookie", welcome.seal());
                yield Redirect.to(welcome.path());
            }
            case Login.Return.SessionEnded ended -> {
                response.addHeader("Set-Cookie", login.forget());
                throw new Refusal(Problem.SESSION_ENDED, ended.path());
            }
            case Login.Return.NotFinished none -> throw new Refusal(Problem.LOGIN_UNFINISHED);
            case Login.Return.ProviderDown none -> throw new Refusal(Problem.LOGIN_DOWN);
        };
    }

    /** A sign-in that cannot be kept for those whom it opens the door to does not stand. */
    private void keep(HttpServletRequest request) {
        try {
            login.current(request.getSession()).ifPresent(person -> notes.signedIn(person, request));
        } catch (RuntimeException e) {
            request.getSession().invalidate();
            throw e;
        }
    }

    @POST
    @Path("/end")
    public Response end(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        response.addHeader("Set-Cookie", login.forget()); // whoever ends it need not be told that it ended
        return Redirect.to(login.end(request).orElse(URI.create("/")).toString());
    }

    /** OpenID Connect Back-Channel Logout 1.0, section 2.5: the provider posts, nobody's browser is involved. */
    @POST
    @Path("/backchannel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response backchannel(InputStream form) throws IOException {
        boolean believed = logoutToken(new String(bodies.read(form, MOST_FORM_BYTES), StandardCharsets.UTF_8))
                .filter(login::endedAtProvider)
                .isPresent();
        return Response.status(believed ? 200 : 400)
                .header("Cache-Control", "no-store")
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("") // so that the server does not put an error page of its own in its place
                .build();
    }

    static Optional<String> logoutToken(String form) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(LOGOUT_TOKEN))
                .map(pair -> URLDecoder.decode(pair.substring(LOGOUT_TOKEN.length()), StandardCharsets.UTF_8))
                .findFirst();
    }
}
