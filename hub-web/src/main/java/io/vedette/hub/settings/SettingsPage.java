package io.vedette.hub.settings;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.livestream.LiveMinutes;
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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The organisation as a whole, for its owners. */
@Path("/t/{tenant}/settings")
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {
    private final Visits visits;
    private final TenantUse use;
    private final Invitations invitations;
    private final Clock clock;

    @Inject
    SettingsPage(Visits visits, TenantUse use, Invitations invitations, Clock clock) {
        this.visits = visits;
        this.use = use;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GET
    public View settings(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return Frame.view(request, visit, "settings", "settings/settings", model(visit, Languages.of(request)));
        });
    }

    private Map<String, Object> model(Visit visit, Locale language) {
        List<UseLine> lines = use.of(visit.viewer().tenant()).stream()
                .map(one -> UseLine.of(one, language))
                .toList();
        long open = invitations.waiting(visit.viewer()).stream()
                .filter(invitation -> !invitation.over(clock.instant()))
                .count();
        String month = DateTimeFormatter.ofPattern("LLLL uuuu", language).format(LiveMinutes.month(clock));
        return Map.of("uses", lines, "month", month, "invitations", open);
    }
}
