package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.PairingTokens;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bringing an agent in front of a camera: the command, the token, and waiting until it calls. */
@Path("/t/{tenant}/cameras/{camera}/pair")
@Produces(MediaType.TEXT_HTML)
public class PairPage {
    private static final Logger LOG = LoggerFactory.getLogger(PairPage.class);

    private final Visits visits;
    private final Fleet fleet;
    private final PairingTokens tokens;
    private final AgentFile agent;
    private final HubSettings settings;
    private final Clock clock;

    @Inject
    PairPage(Visits visits, Fleet fleet, PairingTokens tokens, AgentFile agent, HubSettings settings, Clock clock) {
        this.visits = visits;
        this.fleet = fleet;
        this.tokens = tokens;
        this.agent = agent;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token on the one page that shows it; there is no address where it could be read again.
     *
     * @param zone in which the page tells until when it is good
     * @param seconds for how long it is good from now on: the page counts these and trusts no clock of the reader's
     */
    public record Shown(String token, String command, Moment goodUntil, String zone, long seconds) {}

    @GET
    public View show(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            @QueryParam("swap") @Nullable String swap,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraSight sight = fleet.get(visit.viewer(), InPath.id(id, CameraId::of));
            visit.must(Permission.PAIR);
            return view(request, visit, sight, swap != null, Map.of());
        });
    }

    /** Answers with the page itself instead of a redirect: the token is in no address and kept nowhere. */
    @POST
    public Response make(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            @FormParam("swap") @Nullable String swap,
            @FormParam("confirm") @Nullable String confirm,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraSight sight = fleet.get(visit.viewer(), InPath.id(id, CameraId::of));
            visit.must(Permission.PAIR);
            var terms = new PairingTokens.Terms(swap != null, confirm != null);
            if (sight.agent().isPresent() != terms.swap()) {
                return Redirect.to(visit.at("/cameras/" + sight.camera().id() + "/pair"));
            }
            Optional<PairCommand> command = command();
            if (command.isEmpty()) {
                return Response.ok(view(request, visit, sight, terms.swap(), Map.of()), MediaType.TEXT_HTML_TYPE)
                        .build();
            }
            var made = tokens.make(visit.viewer(), sight.camera().id(), terms);
            Locale language = Languages.of(request);
            Instant now = clock.instant();
            ZoneId zone = sight.site().zone();
            var shown = new Shown(
                    made.token().reveal(),
                    command.get().line(),
                    Moment.of(made.expiresAt(), zone, now, language),
                    zone.getId(),
                    Duration.between(now, made.expiresAt()).toSeconds());
            return Response.ok(
                            view(
                                    request,
                                    visit,
                                    sight,
                                    terms.swap(),
                                    Map.of("shown", shown, "confirm", terms.confirm())),
                            MediaType.TEXT_HTML_TYPE)
                    .build();
        });
    }

    /** Empty while there is no agent to hand out. */
    private Optional<PairCommand> command() {
        try {
            return Optional.of(new PairCommand(
                    settings.publicUrl().toString(), agent.known().sha256()));
        } catch (IOException e) {
            LOG.error("the agent cannot be handed out: VEDETTE_AGENT_FILE cannot be read", e);
            return Optional.empty();
        }
    }

    private View view(
            HttpServletRequest request, Visit visit, CameraSight sight, boolean swap, Map<String, Object> more) {
        Map<String, Object> model = new java.util.HashMap<>(more);
        boolean open = sight.agent().isEmpty() || swap;
        model.put("swap", swap && sight.agent().isPresent());
        if (open) {
            model.put("noAgent", command().isEmpty());
            model.put("onlyHere", settings.onlyThisMachine());
            // the page's own address and no token: what a phone reads may end in its history, or in a search
            if (!settings.onlyThisMachine()) {
                String here = visit.at("/cameras/" + sight.camera().id() + "/pair");
                model.put("qr", QrPicture.of(settings.publicUrl().resolve(here).toString()));
            }
        }
        model.put("camera", CameraLine.of(sight, clock.instant(), Languages.of(request)));
        return Frame.view(request, visit, "cameras", "fleet/pair", model);
    }
}
