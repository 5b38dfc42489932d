package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.recordings.control.HoldRecording;
import io.vedette.hub.recordings.entity.Hold;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Puts a recording on hold, and takes the hold back, from its page. */
@Path("/t/{tenant}/recordings/{recording}/hold")
@Produces(MediaType.TEXT_HTML)
public class HoldForms {
    private final Visits visits;
    private final HoldRecording holds;
    private final RecordingPage pages;

    @Inject
    HoldForms(Visits visits, HoldRecording holds, RecordingPage pages) {
        this.visits = visits;
        this.holds = holds;
        this.pages = pages;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            RecordingId recording = InPath.id(id, RecordingId::of);
            Optional<Hold.Reason> why = form.read("reason", Hold.Reason::new, "form.hold.reason");
            if (why.isEmpty()) {
                return again(request, visit, recording, form);
            }
            var unused = RecordingHoldApi.held(
                    holds.set(visit.viewer(), visit.person().displayName(), recording, why.get()));
            return Redirect.to(visit.at("/recordings/" + recording));
        });
    }

    @POST
    @Path("/end")
    public Response release(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            RecordingId recording = InPath.id(id, RecordingId::of);
            var unused = holds.release(visit.viewer(), recording);
            return Redirect.to(visit.at("/recordings/" + recording));
        });
    }

    private Response again(HttpServletRequest request, Visit visit, RecordingId recording, FormInput form) {
        RecordingPage.Model page = pages.of(
                visit, recording, Languages.of(request), hold -> hold.wrong(form.text("reason"), form.error("reason")));
        visit.must(Permission.ARRANGE);
        return Page.again(Frame.view(request, visit, "recordings", "recordings/recording", Map.of("page", page)));
    }
}
