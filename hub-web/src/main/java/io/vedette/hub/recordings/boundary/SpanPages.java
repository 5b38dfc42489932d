package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.recordings.control.RequestSpan;
import io.vedette.hub.recordings.entity.SpanId;
import io.vedette.hub.recordings.entity.SpanWish;
import io.vedette.hub.recordings.entity.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for a time over several cameras, shows how far one is, and calls it off. */
@Path("/t/{tenant}/span")
@Produces(MediaType.TEXT_HTML)
public class SpanPages {
    private static final String SECTION = "recordings";
    private static final Duration WITHOUT_FROM = Duration.ofHours(1);

    private final Visits visits;
    private final SpanPage page;
    private final RequestSpan request;
    private final Spans spans;
    private final SpanShown shown;
    private final Clock clock;

    @Inject
    SpanPages(Visits visits, SpanPage page, RequestSpan request, Spans spans, SpanShown shown, Clock clock) {
        this.visits = visits;
        this.page = page;
        this.request = request;
        this.spans = spans;
        this.shown = shown;
        this.clock = clock;
    }

    /** The form; without times, for the last hour. */
    @GET
    public View form(
            @PathParam("tenant") String tenant,
            @QueryParam("camera") List<String> cameras,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpServletRequest http) {
        Set<CameraId> chosen = cameras.stream()
                .map(text -> InPath.id(text, CameraId::of))
                .limit(SpanWish.MOST_CAMERAS)
                .collect(Collectors.toSet());
        Instant end = Asked.given(to).map(text -> Asked.instant("to", text)).orElseGet(clock::instant);
        Instant begin =
                Asked.given(from).map(text -> Asked.instant("from", text)).orElseGet(() -> end.minus(WITHOUT_FROM));
        return visits.as(http, tenant, visit -> {
            ZoneId zone = page.zone(visit.viewer(), chosen);
            return form(http, visit, SpanForm.fresh(chosen, begin, end, zone), zone);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest http) {
        FormInput form = FormInput.of(fields);
        return visits.as(http, tenant, visit -> {
            ZoneId zone = page.zone(visit.viewer(), form.text("zone"));
            Optional<SpanWish> wish = SpanForm.read(form, zone, clock.instant());
            return wish.flatMap(one -> answer(visit, form, request.by(visit.viewer(), one)))
                    .orElseGet(() -> Page.again(form(http, visit, form, zone)));
        });
    }

    /** Empty when the form comes again, with what is wrong noted in it. */
    private static Optional<Response> answer(Visit visit, FormInput form, RequestSpan.Outcome outcome) {
        switch (outcome) {
            case RequestSpan.Outcome.Asked asked -> {
                return Optional.of(Redirect.to(SpanShown.at(visit, asked.span().id())));
            }
            case RequestSpan.Outcome.OtherWish other -> throw new Refusal(Problem.CONFLICT);
            case RequestSpan.Outcome.TooMany many -> form.wrong("to", "form.span.many");
            case RequestSpan.Outcome.TooLate late -> form.wrong("deadline", "form.span.past");
        }
        return Optional.empty();
    }

    @GET
    @Path("{span}")
    public View one(
            @PathParam("tenant") String tenant, @PathParam("span") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> Frame.view(
                        http,
                        visit,
                        SECTION,
                        "recordings/asked",
                        Map.of(
                                "span",
                                shown.line(
                                        visit,
                                        spans.get(visit.viewer(), InPath.id(id, SpanId::of)),
                                        Languages.of(http)))));
    }

    @POST
    @Path("{span}/cancel")
    public Response cancel(
            @PathParam("tenant") String tenant, @PathParam("span") String id, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> {
            SpanId span = InPath.id(id, SpanId::of);
            request.cancel(visit.viewer(), span);
            return Redirect.to(SpanShown.at(visit, span));
        });
    }

    private View form(HttpServletRequest http, Visit visit, FormInput form, ZoneId zone) {
        return Frame.view(
                http,
                visit,
                SECTION,
                "recordings/span",
                Map.of("form", form, "page", page.of(visit.viewer(), form, zone)));
    }
}
