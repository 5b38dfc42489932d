package io.vedette.hub.people;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account sees, now or at another moment: the same rule as everywhere, asked in their name, for whoever may delegate.
 * It shows no picture, so it is no way to look at one in somebody else's name.
 */
@Path("/t/{tenant}/people/see-as")
@Produces(MediaType.TEXT_HTML)
public class SeeAsPage {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Visits visits;
    private final AccountBooks books;
    private final Members members;
    private final Cameras cameras;
    private final Sites sites;
    private final Clock clock;

    @Inject
    SeeAsPage(Visits visits, AccountBooks books, Members members, Cameras cameras, Sites sites, Clock clock) {
        this.visits = visits;
        this.books = books;
        this.members = members;
        this.cameras = cameras;
        this.sites = sites;
        this.clock = clock;
    }

    /** @param at local time at the first site; now when left out or not to be read */
    @GET
    public View see(
            @PathParam("tenant") String tenant,
            @QueryParam("account") @DefaultValue("") String account,
            @QueryParam("at") @DefaultValue("") String at,
            @Context HttpServletRequest request) {
        Subject subject = InPath.id(account, Subject::new);
        AccountBook book = books.open(request, tenant);
        if (book.complete() && book.find(subject).isEmpty()) {
            throw Refusal.notFound();
        }
        return visits.as(request, tenant, visit -> view(request, visit, book, subject, at));
    }

    private View view(HttpServletRequest request, Visit visit, AccountBook book, Subject subject, String at) {
        visit.must(Permission.DELEGATE);
        Map<SiteId, Site> places =
                sites.all(visit.viewer()).stream().collect(Collectors.toMap(Site::id, Function.identity()));
        ZoneId zone =
                sites.all(visit.viewer()).stream().findFirst().map(Site::zone).orElse(ZoneId.of("UTC"));
        Instant moment = moment(at, zone);
        Viewer them = members.viewer(visit.viewer().tenant(), subject);
        List<SeenCamera> seen = seen(them, moment, places);
        int others = cameras.all(visit.viewer()).size() - seen.size();
        return Frame.view(
                request,
                visit,
                "people",
                "people/see-as",
                Map.of(
                        "account", subject.value(),
                        "name", book.name(subject),
                        "role", RoleWords.of(them.role(), Languages.of(request)),
                        "at", FIELD.format(moment.atZone(zone)),
                        "zone", zone.getId(),
                        "cameras", seen,
                        "others", others));
    }

    private Instant moment(String at, ZoneId zone) {
        if (at.isBlank()) {
            return clock.instant();
        }
        try {
            return LocalDateTime.parse(at).atZone(zone).toInstant();
        } catch (java.time.DateTimeException e) {
            return clock.instant();
        }
    }

    private List<SeenCamera> seen(Viewer them, Instant moment, Map<SiteId, Site> places) {
        Cameras then = cameras.at(moment);
        Map<Action, Set<CameraId>> allowed = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            allowed.put(action, then.ids(them, action));
        }
        return then.all(them).stream()
                .map(camera -> new SeenCamera(
                        camera.id().toString(),
                        camera.name(),
                        site(places, camera),
                        Stream.of(Action.values())
                                .filter(action ->
                                        allowed.getOrDefault(action, Set.of()).contains(camera.id()))
                                .map(Enum::name)
                                .toList()))
                .toList();
    }

    private static String site(Map<SiteId, Site> places, Camera camera) {
        Site site = places.get(camera.site());
        return site == null ? "" : site.name();
    }
}
