package io.vedette.hub.operator;

import io.vedette.hub.operator.OperatedTenantDocument.NewQuota;
import io.vedette.hub.operator.OperatedTenantDocument.OperatedTenantList;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.tenancy.Limit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All tenants from outside, for programs of an operator. */
@Path("/api/v1/operator/tenants")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorApi {
    private final Operators operators;

    @Inject
    OperatorApi(Operators operators) {
        this.operators = operators;
    }

    @GET
    public OperatedTenantList tenants(
            @QueryParam("cursor") @Nullable String cursor, @Context HttpServletRequest request) {
        var page = operators.page(Operators.operator(request), "/api/v1/operator/tenants", cursor);
        return new OperatedTenantList(page.map(OperatedTenantDocument::of), page.next());
    }

    @GET
    @Path("/{tenant}")
    public OperatedTenantDocument tenant(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return OperatedTenantDocument.of(operators.one(Operators.operator(request), tenant));
    }

    @PUT
    @Path("/{tenant}/quotas/{quota}")
    @Consumes(MediaType.APPLICATION_JSON)
    public OperatedTenantDocument set(
            @PathParam("tenant") String tenant,
            @PathParam("quota") String quota,
            NewQuota wish,
            @Context HttpServletRequest request) {
        Person person = Operators.operator(request);
        Limit what = InPath.id(quota, QuotaForm::limit);
        OptionalLong allowed = wish.allowed() == null ? OptionalLong.empty() : OptionalLong.of(wish.allowed());
        operators.set(person, request, tenant, what, allowed, wish.reason());
        return OperatedTenantDocument.of(operators.one(person, tenant));
    }
}
