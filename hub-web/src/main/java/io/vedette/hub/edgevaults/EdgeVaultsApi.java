package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.AgentId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.PairingTokens;
import io.vedette.hub.agents.VaultCare;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.fleet.CamerasApi.MadeTokenDocument;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Edge vaults, for programs of owners. Each decision names the vault that was looked at. */
@Path("/api/v1/t/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public class EdgeVaultsApi {
    private static final String OF_SITE = "/sites/{site}/edge-vault";

    private final Visits visits;
    private final Sites sites;
    private final EdgeVaults vaults;
    private final PairingTokens tokens;
    private final VaultCare care;
    private final ForwardRules rules;

    @Inject
    EdgeVaultsApi(
            Visits visits, Sites sites, EdgeVaults vaults, PairingTokens tokens, VaultCare care, ForwardRules rules) {
        this.visits = visits;
        this.sites = sites;
        this.vaults = vaults;
        this.tokens = tokens;
        this.care = care;
        this.rules = rules;
    }

    @GET
    @Path("/edge-vaults")
    public EdgeVaultDocument.EdgeVaultList list(
            @PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> new EdgeVaultDocument.EdgeVaultList(vaults.all(visit.viewer()).stream()
                        .map(EdgeVaultDocument::of)
                        .toList()));
    }

    @GET
    @Path(OF_SITE)
    public EdgeVaultDocument show(
            @PathParam("tenant") String tenant, @PathParam("site") String site, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> vaults.of(visit.viewer(), InPath.id(site, SiteId::of))
                        .map(EdgeVaultDocument::of)
                        .orElseThrow(Refusal::notFound));
    }

    @POST
    @Path(OF_SITE + "/pairing-token")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response token(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            VaultWish wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var made = tokens.make(visit.viewer(), InPath.id(site, SiteId::of), new Name(wish.name()), wish.terms());
            return Response.status(Response.Status.CREATED)
                    .entity(new MadeTokenDocument(made.token().reveal(), made.expiresAt()))
                    .build();
        });
    }

    @GET
    @Path(OF_SITE + "/rule")
    public ForwardRuleDocument rule(
            @PathParam("tenant") String tenant, @PathParam("site") String site, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            SiteId id = sites.get(visit.viewer(), InPath.id(site, SiteId::of)).id();
            visit.must(Permission.OWN);
            return ForwardRuleDocument.of(rules.of(visit.viewer().tenant(), id));
        });
    }

    @PUT
    @Path(OF_SITE + "/rule")
    @Consumes(MediaType.APPLICATION_JSON)
    public ForwardRuleDocument setRule(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            ForwardRuleDocument wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            SiteId id = InPath.id(site, SiteId::of);
            rules.set(visit.viewer(), id, wish.rule());
            return ForwardRuleDocument.of(rules.of(visit.viewer().tenant(), id));
        });
    }

    @POST
    @Path(OF_SITE + "/{vault}/confirmation")
    public Response confirm(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::confirm);
    }

    @POST
    @Path(OF_SITE + "/{vault}/acceptance")
    public Response accept(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::accept);
    }

    @POST
    @Path(OF_SITE + "/{vault}/renewal")
    public Response renew(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::renew);
    }

    @DELETE
    @Path(OF_SITE + "/{vault}")
    public Response revoke(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::revoke);
    }

    interface Decision {
        void about(Viewer viewer, SiteId site, AgentId vault);
    }

    private Response decide(HttpServletRequest request, String tenant, String site, String vault, Decision decision) {
        return visits.as(request, tenant, visit -> {
            decision.about(visit.viewer(), InPath.id(site, SiteId::of), InPath.id(vault, AgentId::of));
            return Response.noContent().build();
        });
    }
}
