package io.vedette.hub.people.tokens;

import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.access.tokens.PersonalTokenId;
import io.vedette.hub.access.tokens.PersonalTokens;
import io.vedette.hub.platform.web.InPath;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;

/** One's own tokens: for whoever is signed in, in a browser or with an access token of the realm. A token makes no tokens. */
@Path("/api/v1/t/{tenant}/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensApi {
    private final Visits visits;
    private final PersonalTokens tokens;

    @Inject
    TokensApi(Visits visits, PersonalTokens tokens) {
        this.visits = visits;
        this.tokens = tokens;
    }

    @GET
    public TokenDocument.TokenList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return inPerson(
                request,
                tenant,
                visit -> new TokenDocument.TokenList(tokens.own(visit.viewer()).stream()
                        .map(TokenDocument::of)
                        .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @PathParam("tenant") String tenant, TokenDocument.NewToken wish, @Context HttpServletRequest request) {
        return inPerson(request, tenant, visit -> {
            var made = tokens.make(visit.viewer(), wish.wish());
            var address =
                    URI.create("/api/v1" + visit.at("/me/tokens/" + made.token().id()));
            return Response.created(address)
                    .entity(TokenDocument.FreshTokenDocument.of(made))
                    .build();
        });
    }

    @DELETE
    @Path("/{token}")
    public void takeBack(
            @PathParam("tenant") String tenant, @PathParam("token") String id, @Context HttpServletRequest request) {
        inPerson(request, tenant, visit -> {
            tokens.takeBack(visit.viewer(), InPath.id(id, PersonalTokenId::of));
            return visit;
        });
    }

    private <T> T inPerson(HttpServletRequest request, String tenant, Function<Visit, T> work) {
        return visits.as(request, tenant, visit -> {
            visit.mustBelong();
            visit.mustBeInPerson();
            return work.apply(visit);
        });
    }
}
