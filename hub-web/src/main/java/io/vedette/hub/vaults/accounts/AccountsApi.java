package io.vedette.hub.vaults.accounts;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
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
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** Key pairs for agents of another make and scripts, for programs of owners. */
@Path("/api/v1/t/{tenant}/vault-accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsApi {
    private final Visits visits;
    private final VaultAccounts accounts;
    private final Clock clock;

    @Inject
    AccountsApi(Visits visits, VaultAccounts accounts, Clock clock) {
        this.visits = visits;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    public VaultAccountDocument.VaultAccountList list(
            @PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return new VaultAccountDocument.VaultAccountList(
                    accounts.all(visit.viewer().tenant()).stream()
                            .map(one -> VaultAccountDocument.of(one, clock.instant()))
                            .toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @PathParam("tenant") String tenant,
            VaultAccountDocument.NewVaultAccount wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            var made = accounts.make(visit.viewer(), usable(wish::wish));
            var address = URI.create(
                    "/api/v1" + visit.at("/vault-accounts/" + made.account().id()));
            return Response.created(address)
                    .entity(VaultAccountDocument.FreshVaultAccount.of(made, clock.instant()))
                    .build();
        });
    }

    private static <T> T usable(Supplier<T> wish) {
        try {
            return wish.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.UNUSABLE);
        }
    }

    @GET
    @Path("/{vaultAccount}")
    public VaultAccountDocument one(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            VaultAccount account = accounts.get(visit.viewer().tenant(), InPath.id(id, VaultAccountId::of));
            return VaultAccountDocument.of(account, clock.instant());
        });
    }

    @PUT
    @Path("/{vaultAccount}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    public VaultAccountDocument change(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            VaultAccountDocument.VaultAccountTerms terms,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            VaultAccountId which = InPath.id(id, VaultAccountId::of);
            VaultAccount account = accounts.change(visit.viewer(), which, usable(terms::terms));
            return VaultAccountDocument.of(account, clock.instant());
        });
    }

    @POST
    @Path("/{vaultAccount}/on")
    public void on(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        enable(tenant, id, request, true);
    }

    @POST
    @Path("/{vaultAccount}/off")
    public void off(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        enable(tenant, id, request, false);
    }

    private void enable(String tenant, String id, HttpServletRequest request, boolean on) {
        visits.as(request, tenant, visit -> {
            accounts.enable(visit.viewer(), InPath.id(id, VaultAccountId::of), on);
            return visit;
        });
    }

    @DELETE
    @Path("/{vaultAccount}")
    public void remove(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            accounts.remove(visit.viewer(), InPath.id(id, VaultAccountId::of));
            return visit;
        });
    }
}
