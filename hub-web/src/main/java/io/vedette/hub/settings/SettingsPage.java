package io.vedette.hub.settings;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Support;
import io.vedette.hub.access.SupportLevel;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.livestream.LiveMinutes;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The organisation as a whole, for its owners. */
@Path("/t/{tenant}/settings")
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {
    private final Visits visits;
    private final TenantUse use;
    private final Invitations invitations;
    private final Support support;
    private final Clock clock;

    @Inject
    SettingsPage(Visits visits, TenantUse use, Invitations invitations, Support support, Clock clock) {
        this.support = support;
        this.visits = visits;
        this.use = use;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GET
    public View settings(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return view(request, visit, SupportForm.blank());
        });
    }

    @POST
    @Path("/support")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<SupportForm.Wish> wish = SupportForm.read(form);
            wish.ifPresent(one -> support.give(visit.viewer(), one.level(), one.days(), one.reason()));
            return wish.isEmpty() ? Page.again(view(request, visit, form)) : Redirect.to(visit.at("/settings"));
        });
    }

    @POST
    @Path("/support/take-back")
    public Response takeBack(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            support.takeBack(visit.viewer());
            return Redirect.to(visit.at("/settings"));
        });
    }

    private View view(HttpServletRequest request, Visit visit, FormInput form) {
        Map<String, Object> model = new HashMap<>(model(visit, Languages.of(request)));
        model.put("form", form);
        model.put("levels", Stream.of(SupportLevel.values()).map(Enum::name).toList());
        return Frame.view(request, visit, "settings", "settings/settings", model);
    }

    /** What is open: none or one. */
    private List<SupportShown> shown(Visit visit, Locale language) {
        return visit.support().stream()
                .map(access -> SupportShown.of(access, clock.instant(), language))
                .toList();
    }

    private Map<String, Object> model(Visit visit, Locale language) {
        List<UseLine> lines = use.of(visit.viewer().tenant()).stream()
                .map(one -> UseLine.of(one, language))
                .toList();
        long open = invitations.waiting(visit.viewer()).stream()
                .filter(invitation -> !invitation.over(clock.instant()))
                .count();
        String month = DateTimeFormatter.ofPattern("LLLL uuuu", language).format(LiveMinutes.month(clock));
        return Map.of("uses", lines, "month", month, "invitations", open, "support", shown(visit, language));
    }
}
