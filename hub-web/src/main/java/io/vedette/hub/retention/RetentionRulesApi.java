package io.vedette.hub.retention;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.retention.DryRunDocuments.DryRunDocument;
import io.vedette.hub.retention.RetentionDocument.NewRetentionRule;
import io.vedette.hub.retention.RetentionDocument.RetentionRuleDocument;
import io.vedette.hub.retention.RetentionDocument.RetentionRuleList;
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

/** How long recordings are kept, for programs of owners. */
@Path("/api/v1/t/{tenant}/retention-rules")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionRulesApi {
    private final Visits visits;
    private final RetentionRules rules;
    private final DryRun dryRun;

    @Inject
    RetentionRulesApi(Visits visits, RetentionRules rules, DryRun dryRun) {
        this.visits = visits;
        this.rules = rules;
        this.dryRun = dryRun;
    }

    @GET
    public RetentionRuleList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return new RetentionRuleList(rules.all(visit.viewer().tenant()).stream()
                    .map(RetentionRuleDocument::of)
                    .toList());
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public RetentionRuleDocument set(
            @PathParam("tenant") String tenant, NewRetentionRule wish, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> RetentionRuleDocument.of(rules.set(visit.viewer(), wish.scope(), wish.terms())));
    }

    @DELETE
    @Path("/{rule}")
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("rule") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            rules.remove(visit.viewer(), InPath.id(id, RuleId::of));
            return Response.noContent().build();
        });
    }

    /** As the rules are. */
    @GET
    @Path("/dry-run")
    public DryRunDocument dryRun(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return DryRunDocument.of(dryRun.now(visit.viewer().tenant()));
        });
    }

    /** As they would be with this one, which is not kept. */
    @POST
    @Path("/dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    public DryRunDocument dryRun(
            @PathParam("tenant") String tenant, NewRetentionRule wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            rules.name(visit.viewer(), wish.scope()); // what is not there has no rule
            rules.there(visit.viewer(), wish.terms());
            return DryRunDocument.of(dryRun.with(visit.viewer().tenant(), wish.scope(), wish.terms()));
        });
    }
}
