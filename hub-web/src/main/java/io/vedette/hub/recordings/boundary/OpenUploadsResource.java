package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.recordings.entity.OpenUploads;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Uploads that are not settled. */
@Path("/t/{tenant}/uploads")
@Produces(MediaType.TEXT_HTML)
public class OpenUploadsResource {
    private final Visits visits;
    private static final int SPANS = 10;

    private final FoundPage found;
    private final SpanShown spans;

    @Inject
    OpenUploadsResource(Visits visits, FoundPage found, SpanShown spans) {
        this.visits = visits;
        this.found = found;
        this.spans = spans;
    }

    @GET
    public View uploads(
            @PathParam("tenant") String tenant,
            @QueryParam("state") @Nullable String state,
            @QueryParam("camera") @Nullable String camera,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context HttpServletRequest http) {
        Address address = Address.of("/t/" + tenant + "/uploads", 1)
                .with("state", state)
                .with("camera", camera)
                .on(Asked.number("page", page));
        var kind = Asked.given(state)
                .map(text -> Asked.choice("state", text, List.of(OpenUploads.Kind.values()), OpenUploads.Kind::code));
        var of = Asked.given(camera).map(text -> InPath.id(text, CameraId::of));
        return visits.as(
                http,
                tenant,
                visit -> Frame.view(
                        http,
                        visit,
                        "recordings",
                        "recordings/uploads",
                        Map.of(
                                "found",
                                found.uploads(visit, kind, of, address, Languages.of(http)),
                                "spans",
                                spans.latest(visit, SPANS, Languages.of(http)))));
    }
}
