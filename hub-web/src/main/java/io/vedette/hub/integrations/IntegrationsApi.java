package io.vedette.hub.integrations;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.integrations.IntegrationDocument.DeadLetterDocument;
import io.vedette.hub.integrations.IntegrationDocument.DeadLetterList;
import io.vedette.hub.integrations.IntegrationDocument.IntegrationList;
import io.vedette.hub.integrations.IntegrationDocument.LookDocument;
import io.vedette.hub.integrations.IntegrationDocument.NewIntegration;
import io.vedette.hub.integrations.IntegrationDocument.Replay;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brokers and webhooks of owners, for programs of owners. */
@Path("/api/v1/t/{tenant}/integrations")
@Produces(MediaType.APPLICATION_JSON)
public class IntegrationsApi {
    private final Visits visits;
    private final Integrations integrations;
    private final LookAtIntegration look;

    @Inject
    IntegrationsApi(Visits visits, Integrations integrations, LookAtIntegration look) {
        this.visits = visits;
        this.integrations = integrations;
        this.look = look;
    }

    @GET
    public IntegrationList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return new IntegrationList(integrations.all(visit.viewer().tenant()).stream()
                    .map(one -> document(visit, one))
                    .toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("tenant") String tenant, NewIntegration wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Target target = target(wish, () -> {
                throw new Refusal(Problem.UNUSABLE);
            });
            Integration made = integrations.add(visit.viewer(), IntegrationId.fresh(), new Name(wish.name()), target);
            enable(visit, made, wish);
            return answer(
                    Response.created(URI.create("/api/v1" + visit.at("/integrations/" + made.id()))),
                    document(visit, made));
        });
    }

    @GET
    @Path("/{integration}")
    public Response one(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> answer(Response.ok(), document(visit, get(visit, id))));
    }

    @PUT
    @Path("/{integration}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @HeaderParam("If-Match") @Nullable String match,
            NewIntegration wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Integration now = get(visit, id);
            IfMatch.demand(match, now.version());
            Target target = target(wish, () -> integrations.target(now));
            Integration changed = integrations.change(visit.viewer(), now.id(), new Name(wish.name()), target);
            enable(visit, changed, wish);
            return answer(Response.ok(), document(visit, changed));
        });
    }

    @DELETE
    @Path("/{integration}")
    public void remove(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            integrations.remove(visit.viewer(), InPath.id(id, IntegrationId::of));
            return visit;
        });
    }

    /** Looks whether the settings lead there, without telling anything. */
    @POST
    @Path("/{integration}/look")
    public LookDocument look(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return look.run(() -> visits.as(request, tenant, visit -> integrations.target(get(visit, id))));
    }

    /** What is kept since then is told again, to this one alone. */
    @POST
    @Path("/{integration}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public void replay(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            Replay wish,
            @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            integrations.replay(visit.viewer(), InPath.id(id, IntegrationId::of), wish.from());
            return visit;
        });
    }

    @GET
    @Path("/{integration}/dead-letters")
    public DeadLetterList dead(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Integration of = get(visit, id);
            return new DeadLetterList(integrations.dead(visit.viewer().tenant(), of.id()).stream()
                    .map(one -> new DeadLetterDocument(
                            one.camera().toString(), one.sequence(), one.kind().name(), one.said(), one.diedAt()))
                    .toList());
        });
    }

    private IntegrationDocument document(Visit visit, Integration integration) {
        return IntegrationDocument.of(
                integration,
                integrations.shown(integration),
                integrations.lag(visit.viewer().tenant(), integration.id()));
    }

    private static Target target(NewIntegration wish, Supplier<Target> before) {
        try {
            return wish.target(before);
        } catch (IllegalArgumentException | SealBroken e) {
            throw new Refusal(Problem.UNUSABLE);
        }
    }

    private void enable(Visit visit, Integration integration, NewIntegration wish) {
        Boolean wanted = wish.enabled();
        if (wanted != null) {
            integrations.enable(visit.viewer(), integration.id(), wanted);
        }
    }

    private Integration get(Visit visit, String id) {
        visit.must(Permission.OWN);
        return integrations.get(visit.viewer().tenant(), InPath.id(id, IntegrationId::of));
    }

    private static Response answer(Response.ResponseBuilder builder, IntegrationDocument document) {
        return builder.entity(document)
                .header("ETag", IfMatch.tag(document.version()))
                .build();
    }
}
