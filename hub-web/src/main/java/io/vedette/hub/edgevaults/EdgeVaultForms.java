package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.AgentId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.VaultCare;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The buttons of an edge vault's page that decide about it. */
@Path("/t/{tenant}/sites/{site}/edge-vault")
public class EdgeVaultForms {
    private final Visits visits;
    private final VaultCare care;

    @Inject
    EdgeVaultForms(Visits visits, VaultCare care) {
        this.visits = visits;
        this.care = care;
    }

    @POST
    @Path("/{vault}/revoke")
    public Response revoke(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::revoke);
    }

    @POST
    @Path("/{vault}/confirm")
    public Response confirm(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::confirm);
    }

    @POST
    @Path("/{vault}/accept")
    public Response accept(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::accept);
    }

    @POST
    @Path("/{vault}/renew")
    public Response renew(
            @PathParam("tenant") String tenant,
            @PathParam("site") String site,
            @PathParam("vault") String vault,
            @Context HttpServletRequest request) {
        return decide(request, tenant, site, vault, care::renew);
    }

    private Response decide(
            HttpServletRequest request, String tenant, String site, String vault, EdgeVaultsApi.Decision decision) {
        return visits.as(request, tenant, visit -> {
            SiteId of = InPath.id(site, SiteId::of);
            decision.about(visit.viewer(), of, InPath.id(vault, AgentId::of));
            return Redirect.to(visit.at("/sites/" + of + "/edge-vault"));
        });
    }
}
