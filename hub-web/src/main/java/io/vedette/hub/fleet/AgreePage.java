package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a change of cameras comes to, said before it is made; the form carries on what was typed. */
@Singleton
class AgreePage {
    private static final List<String> CARRIED =
            List.of("name", "place", "tags", "add", "remove", "version", "camera", "group", "badge", "above");

    private final Sites sites;
    private final Roles roles;

    @Inject
    AgreePage(Sites sites, Roles roles) {
        this.roles = roles;
        this.sites = sites;
    }

    /** A field that is handed on. */
    public record Carried(String name, String value) {}

    /**
     * @param to the site they go to
     * @param cameras how many of them
     * @param path where the form goes, and where whoever does not agree returns to
     */
    View view(
            HttpServletRequest request,
            Visit visit,
            FormInput form,
            ArrangeCameras.Outcome.Ask ask,
            SiteId to,
            int cameras,
            String path) {
        Map<SiteId, Site> places =
                sites.all(visit.viewer()).stream().collect(Collectors.toMap(Site::id, Function.identity()));
        var groups =
                sites.groups(visit.viewer()).stream().collect(Collectors.toMap(CameraGroup::id, Function.identity()));
        List<String> says = new ShiftWords(Languages.of(request))
                .of(
                        ask,
                        cameras,
                        sites.get(visit.viewer(), to),
                        places,
                        groups,
                        roles.all(visit.viewer().tenant()));
        List<Carried> carried = CARRIED.stream()
                .flatMap(field -> form.all(field).stream().map(value -> new Carried(field, value)))
                .toList();
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/agree",
                Map.of("says", says, "carried", carried, "agreed", ask.agreed(), "path", path));
    }
}
