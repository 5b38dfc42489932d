package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.analysis.AnalysisDocument;
import io.vedette.hub.analysis.control.Analyses;
import io.vedette.hub.analysis.control.KeepAnalysis;
import io.vedette.hub.analysis.entity.AnalysisRun;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.AnalyseRecording;
import io.vedette.hub.recordings.entity.Recordings;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** What programs see in recordings: posted by them, and read back. */
@Path("/api/v1/t/{tenant}/recordings/{recording}/analyses")
@Produces(MediaType.APPLICATION_JSON)
public class AnalysesApi {
    private final Visits visits;
    private final AnalyseRecording analyse;
    private final Recordings recordings;
    private final Analyses analyses;

    @Inject
    AnalysesApi(Visits visits, AnalyseRecording analyse, Recordings recordings, Analyses analyses) {
        this.visits = visits;
        this.analyse = analyse;
        this.recordings = recordings;
        this.analyses = analyses;
    }

    /**
     * That a run was kept. The same whenever it is posted, but for the last part.
     *
     * @param detections how many
     * @param replaced whether a later run of the same engine has taken its place
     */
    public record RunDocument(
            String run,
            RecordingId recording,
            AnalysisDocument.EngineDocument engine,
            Instant postedAt,
            int detections,
            int markers,
            boolean replaced) {
        static RunDocument of(AnalysisRun run) {
            return new RunDocument(
                    run.run().value(),
                    run.recording(),
                    new AnalysisDocument.EngineDocument(
                            run.engine().name(), run.engine().version()),
                    run.postedAt(),
                    run.detections(),
                    run.markers(),
                    run.replaced());
        }
    }

    /** The last run of each engine. */
    public record AnalysisList(List<AnalysisDocument> analyses) {}

    /** 201 and the run, or 200 when it was posted before; 409 when it said something else then. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            AnalysisDocument document,
            @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> switch (analyse.by(
                visit.viewer(), InPath.id(id, RecordingId::of), document.read())) {
            case KeepAnalysis.Outcome.Kept kept ->
                Response.status(Response.Status.CREATED)
                        .entity(RunDocument.of(kept.run()))
                        .build();
            case KeepAnalysis.Outcome.KeptBefore before ->
                Response.ok(RunDocument.of(before.run())).build();
            case KeepAnalysis.Outcome.OtherContent other -> throw new Refusal(Problem.CONFLICT);
            case KeepAnalysis.Outcome.TooManyEngines many -> throw new Refusal(Problem.UNUSABLE);
        });
    }

    @GET
    public AnalysisList list(
            @PathParam("tenant") String tenant, @PathParam("recording") String id, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> {
            var recording = recordings.get(visit.viewer(), InPath.id(id, RecordingId::of), Action.REPLAY);
            return new AnalysisList(analyses.of(visit.viewer(), recording.ref()).stream()
                    .map(found -> AnalysisDocument.of(found.analysis()))
                    .toList());
        });
    }
}
