package io.vedette.hub.edgevaults;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All sites with their vaults at one look, for owners: which has one, whether it is there, and how much it keeps. */
@Path("/t/{tenant}/settings/edge-vaults")
@Produces(MediaType.TEXT_HTML)
public class EdgeVaultListPage {
    private final Visits visits;
    private final Sites sites;
    private final EdgeVaults vaults;
    private final Clock clock;

    @Inject
    EdgeVaultListPage(Visits visits, Sites sites, EdgeVaults vaults, Clock clock) {
        this.visits = visits;
        this.sites = sites;
        this.vaults = vaults;
        this.clock = clock;
    }

    /** @param vault null while the site has none */
    public record SiteLine(String id, String name, @Nullable EdgeVaultLine vault) {}

    @GET
    public View show(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return Frame.view(
                    request,
                    visit,
                    "settings",
                    "settings/edge-vaults",
                    Map.of("sites", lines(visit.viewer(), Languages.of(request))));
        });
    }

    private List<SiteLine> lines(Viewer viewer, Locale language) {
        Map<SiteId, EdgeVaults.Sight> had = vaults.all(viewer).stream()
                .collect(Collectors.toMap(one -> one.site().id(), Function.identity()));
        return sites.all(viewer).stream()
                .sorted(Comparator.comparing(Site::name))
                .map(site -> new SiteLine(
                        site.id().toString(),
                        site.name(),
                        Optional.ofNullable(had.get(site.id()))
                                .map(sight -> EdgeVaultLine.of(sight, clock.instant(), language))
                                .orElse(null)))
                .toList();
    }
}
