package io.vedette.hub.vaults;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.vaults.ProviderForm.Wish;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where recordings are kept, for owners: places brought, tried out, made the main one, taken away. */
@Path("/t/{tenant}/settings/storage")
@Produces(MediaType.TEXT_HTML)
public class StoragePages {
    private final Visits visits;
    private final StorageProviders providers;
    private final Stores stores;
    private final CheckProvider check;
    private final Clock clock;

    @Inject
    StoragePages(Visits visits, StorageProviders providers, Stores stores, CheckProvider check, Clock clock) {
        this.visits = visits;
        this.providers = providers;
        this.stores = stores;
        this.check = check;
        this.clock = clock;
    }

    @GET
    public View list(
            @PathParam("tenant") String tenant,
            @QueryParam("kind") @DefaultValue("") String kind,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return list(request, visit, ProviderForm.blank(ProviderForm.kind(kind)));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<Wish> wish = ProviderForm.read(form, ProviderForm.kind(form.text("kind")), Optional.empty())
                    .filter(one -> free(visit, form, one, Optional.empty()));
            if (wish.isEmpty()) {
                return Page.again(list(request, visit, form));
            }
            var id = StorageProviderId.fresh();
            providers.add(visit.viewer(), id, wish.get().name(), wish.get().settings());
            return Redirect.to(at(visit, id));
        });
    }

    /** What is stored from now on goes into the hub's own folder. */
    @POST
    @Path("/folder")
    public Response useFolder(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            providers.useFolder(visit.viewer());
            return Redirect.to(visit.at("/settings/storage"));
        });
    }

    @GET
    @Path("/{provider}")
    public View one(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            StorageProvider provider = get(visit, id);
            return one(request, visit, provider, ProviderForm.of(provider), Optional.empty());
        });
    }

    @POST
    @Path("/{provider}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("provider") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            StorageProvider provider = get(visit, id);
            Optional<Wish> wish = ProviderForm.read(
                            form,
                            provider.kind(),
                            Optional.of(() -> providers.settings(provider).secret()))
                    .filter(one -> free(visit, form, one, Optional.of(provider.id())));
            if (wish.isEmpty()) {
                return Page.again(one(request, visit, provider, form, Optional.empty()));
            }
            providers.change(
                    visit.viewer(), provider.id(), wish.get().name(), wish.get().settings());
            return Redirect.to(at(visit, provider.id()));
        });
    }

    /** Answers with the page itself: what came of it is kept nowhere. */
    @POST
    @Path("/{provider}/check")
    public View check(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        var report = check.run(() -> visits.as(request, tenant, visit -> providers.settings(get(visit, id))));
        return visits.as(request, tenant, visit -> {
            StorageProvider provider = get(visit, id);
            return one(request, visit, provider, ProviderForm.of(provider), Optional.of(CheckShown.of(report)));
        });
    }

    @POST
    @Path("/{provider}/main")
    public Response makeMain(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            providers.makeMain(visit.viewer(), InPath.id(id, StorageProviderId::of));
            return Redirect.to(visit.at("/settings/storage"));
        });
    }

    @POST
    @Path("/{provider}/remove")
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("provider") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            stores.remove(visit.viewer(), InPath.id(id, StorageProviderId::of));
            return Redirect.to(visit.at("/settings/storage"));
        });
    }

    private StorageProvider get(Visit visit, String id) {
        visit.must(Permission.OWN);
        return providers.get(visit.viewer().tenant(), InPath.id(id, StorageProviderId::of));
    }

    private boolean free(Visit visit, FormInput form, Wish wish, Optional<StorageProviderId> itself) {
        boolean taken = providers.taken(visit.viewer().tenant(), wish.name(), itself);
        return !taken || form.refuse("name", "form.storage.taken");
    }

    private static String at(Visit visit, StorageProviderId id) {
        return visit.at("/settings/storage/" + id);
    }

    private View list(HttpServletRequest request, Visit visit, FormInput form) {
        var places = providers.all(visit.viewer().tenant()).stream()
                .map(ProviderLine::of)
                .toList();
        boolean folder = places.stream().noneMatch(ProviderLine::main);
        return Frame.view(
                request,
                visit,
                "settings",
                "settings/storage",
                Map.of(
                        "places",
                        places,
                        "folder",
                        folder,
                        "kinds",
                        StorageKind.values(),
                        "kind",
                        ProviderForm.kind(form.text("kind")),
                        "form",
                        form));
    }

    private View one(
            HttpServletRequest request,
            Visit visit,
            StorageProvider provider,
            FormInput form,
            Optional<CheckShown> report) {
        Map<String, Object> model = new HashMap<>();
        model.put("place", ProviderLine.of(provider));
        model.put("form", form);
        provider.unreached()
                .ifPresent(last ->
                        model.put("unreached", UnreachedShown.of(last, clock.instant(), Languages.of(request))));
        report.ifPresent(shown -> model.put("report", shown));
        return Frame.view(request, visit, "settings", "settings/place", model);
    }
}
