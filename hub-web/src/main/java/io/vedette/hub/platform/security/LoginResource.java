package io.vedette.hub.platform.security;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a browser, or the identity provider itself, comes back to. */
@Path("/login")
public class LoginResource {
    private final Login login;

    @Inject
    LoginResource(Login login) {
        this.login = login;
    }

    @GET
    @Path("/callback")
    public Response callback(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @Context HttpServletRequest request) {
        return switch (login.finish(request, state, code)) {
            case Login.Return.Welcome welcome -> Redirect.to(welcome.path());
            case Login.Return.NotFinished none -> throw new Refusal(Problem.LOGIN_UNFINISHED);
            case Login.Return.ProviderDown none -> throw new Refusal(Problem.LOGIN_DOWN);
        };
    }

    @POST
    @Path("/end")
    public Response end(@Context HttpServletRequest request) {
        return Redirect.to(login.end(request).orElse(URI.create("/")).toString());
    }

    /** OpenID Connect Back-Channel Logout 1.0, section 2.5: the provider posts, nobody's browser is involved. */
    @POST
    @Path("/backchannel")
    public Response backchannel(@FormParam("logout_token") @Nullable String token) {
        boolean believed = token != null && login.endedAtProvider(token);
        return Response.status(believed ? 200 : 400)
                .header("Cache-Control", "no-store")
                .build();
    }
}
