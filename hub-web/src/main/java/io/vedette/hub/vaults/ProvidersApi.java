package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderDocument.CheckDocument;
import io.vedette.hub.vaults.ProviderDocument.ProviderList;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The places that owners bring, for programs of owners. */
@Path("/api/v1/t/{tenant}/storage-providers")
@Produces(MediaType.APPLICATION_JSON)
public class ProvidersApi {
    private final Visits visits;
    private final StorageProviders providers;
    private final Stores stores;
    private final CheckProvider check;

    @Inject
    ProvidersApi(Visits visits, StorageProviders providers, Stores stores, CheckProvider check) {
        this.visits = visits;
        this.providers = providers;
        this.stores = stores;
        this.check = check;
    }

    @GET
    public ProviderList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return new ProviderList(providers.all(visit.viewer().tenant()).stream()
                    .map(ProviderDocument::of)
                    .toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("tenant") String tenant, NewProvider wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            ProviderSettings settings = wish.settings(ProvidersApi::missing);
            var made = providers.add(visit.viewer(), StorageProviderId.fresh(), new Name(wish.name()), settings);
            return answer(Response.created(URI.create("/api/v1" + visit.at("/storage-providers/" + made.id()))), made);
        });
    }

    @GET
    @Path("/{provider}")
    public Response one(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> answer(Response.ok(), get(visit, id)));
    }

    @PUT
    @Path("/{provider}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("provider") String id,
            @HeaderParam("If-Match") @Nullable String match,
            NewProvider wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            StorageProvider now = get(visit, id);
            IfMatch.demand(match, now.version());
            ProviderSettings settings = wish.settings(() -> kept(now));
            return answer(Response.ok(), providers.change(visit.viewer(), now.id(), new Name(wish.name()), settings));
        });
    }

    @DELETE
    @Path("/{provider}")
    public void remove(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            stores.remove(visit.viewer(), InPath.id(id, StorageProviderId::of));
            return visit;
        });
    }

    /** What is stored from now on goes there. */
    @PUT
    @Path("/{provider}/main")
    public void makeMain(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            providers.makeMain(visit.viewer(), InPath.id(id, StorageProviderId::of));
            return visit;
        });
    }

    /** What is stored from now on goes into the hub's own folder, if it went there until now. */
    @DELETE
    @Path("/{provider}/main")
    public void useFolder(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            if (get(visit, id).main()) {
                providers.useFolder(visit.viewer());
            }
            return visit;
        });
    }

    /** Tries it out. */
    @POST
    @Path("/{provider}/check")
    public CheckDocument check(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        return CheckDocument.of(check.run(
                () -> visits.as(request, tenant, visit -> providers.settings(get(visit, id)))));
    }

    /** One that does not open any more has to be given anew. */
    private Secret kept(StorageProvider now) {
        try {
            return providers.settings(now).secret();
        } catch (SealBroken e) {
            throw new Refusal(Problem.UNUSABLE);
        }
    }

    private static Secret missing() {
        throw new Refusal(Problem.UNUSABLE);
    }

    private StorageProvider get(Visit visit, String id) {
        visit.must(Permission.OWN);
        return providers.get(visit.viewer().tenant(), InPath.id(id, StorageProviderId::of));
    }

    private static Response answer(Response.ResponseBuilder builder, StorageProvider provider) {
        return builder.entity(ProviderDocument.of(provider))
                .header("ETag", IfMatch.tag(provider.version()))
                .build();
    }
}
