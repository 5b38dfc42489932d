package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts and grants for programs, for whoever may delegate. */
@Path("/api/v1/t/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleApi {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleApi.class);

    private final Visits visits;
    private final Accounts accounts;
    private final Grants grants;
    private final Members members;
    private final Clock clock;

    @Inject
    PeopleApi(Visits visits, Accounts accounts, Grants grants, Members members, Clock clock) {
        this.members = members;
        this.visits = visits;
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * Somebody who belongs to the tenant.
     *
     * @param keptOut why they may not come in; absent when nothing keeps them out
     */
    public record AccountDocument(
            String id,
            String name,
            String userName,
            String email,
            boolean emailVerified,
            boolean service,
            String role,
            KeptOut.@Nullable Why keptOut) {
        static AccountDocument of(Account account, Map<Subject, KeptOut.Why> out) {
            return new AccountDocument(
                    account.subject().value(),
                    account.name(),
                    account.userName(),
                    account.email(),
                    account.verified(),
                    account.service(),
                    account.role().key().value(),
                    out.get(account.subject()));
        }
    }

    /**
     * Those who belong to the tenant, by name.
     *
     * @param next address of the next page; absent at the end
     */
    public record AccountList(
            List<AccountDocument> accounts, @Nullable String next) {}

    @GET
    @Path("/accounts")
    public AccountList accounts(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        Viewer viewer = visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return visit.viewer();
        });
        var ask = PageAsk.of("accounts", limit, cursor);
        try {
            var page = ask.slice(
                    AccountPage.of(accounts.all(viewer), ask),
                    AccountPage::key,
                    AccountPage::id,
                    "/api/v1/t/" + tenant + "/accounts",
                    Map.of());
            Map<Subject, KeptOut.Why> out = visits.as(request, tenant, visit -> members.keptOut(viewer.tenant()));
            return new AccountList(page.map(account -> AccountDocument.of(account, out)), page.next());
        } catch (Unreachable e) {
            LOG.warn("accounts cannot be listed: {}", e.getMessage(), e);
            throw new Refusal(Problem.LOGIN_DOWN);
        }
    }

    @GET
    @Path("/grants")
    public GrantDocument.GrantList grants(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var ask = PageAsk.of("grants", limit, cursor);
            var page = ask.slice(
                    grants.page(visit.viewer(), ask),
                    grant -> grant.givenAt().toString(),
                    grant -> grant.id().value(),
                    "/api/v1" + visit.at("/grants"),
                    Map.of());
            return new GrantDocument.GrantList(page.map(GrantDocument::of), page.next());
        });
    }

    @POST
    @Path("/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@PathParam("tenant") String tenant, GrantRequest wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            mayAct(visit);
            try {
                var grant = grants.give(visit.viewer(), GrantId.fresh(), wish.wish(clock.instant()));
                return answer(
                        Response.created(URI.create("/api/v1" + visit.at("/grants/" + grant.id()))),
                        GrantDocument.of(grant));
            } catch (DateTimeException e) {
                throw new Refusal(Problem.UNUSABLE);
            }
        });
    }

    @GET
    @Path("/grants/{grant}")
    public Response grant(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> answer(
                        Response.ok(), GrantDocument.of(grants.get(visit.viewer(), InPath.id(id, GrantId::of)))));
    }

    @PATCH
    @Path("/grants/{grant}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("grant") String id,
            @HeaderParam("If-Match") @Nullable String match,
            GrantChange wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var grant = grants.get(visit.viewer(), InPath.id(id, GrantId::of));
            mayAct(visit);
            IfMatch.demand(match, grant.version());
            try {
                var changed = grants.change(visit.viewer(), grant.id(), wish.terms(grant));
                return answer(Response.ok(), GrantDocument.of(changed));
            } catch (DateTimeException e) {
                throw new Refusal(Problem.UNUSABLE);
            }
        });
    }

    private static Response answer(Response.ResponseBuilder builder, GrantDocument grant) {
        return builder.entity(grant)
                .header("ETag", IfMatch.tag(grant.version()))
                .build();
    }

    @DELETE
    @Path("/grants/{grant}")
    public Response takeBack(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            mayAct(visit);
            grants.takeBack(visit.viewer(), InPath.id(id, GrantId::of));
            return Response.noContent().build();
        });
    }

    /** What somebody holds they pass on themselves, not by a token that does not delegate. */
    private static void mayAct(Visit visit) {
        if (!visit.viewer().may(Permission.DELEGATE)) {
            visit.mustBeInPerson();
        }
    }
}
