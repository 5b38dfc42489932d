package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.CameraTime;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.control.ArrivedPart;
import io.vedette.hub.recordings.control.ArrivedPart.Playable;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Collects what the page of one recording shows. */
@Singleton
public class RecordingPage {
    private final Cameras cameras;
    private final Sites sites;
    private final VisibleCameras visible;
    private final Recordings recordings;
    private final RecordingRows rows;
    private final ArrivedPart arrived;
    private final SeenInRecordings seen;

    @Inject
    public RecordingPage(
            Cameras cameras,
            Sites sites,
            VisibleCameras visible,
            Recordings recordings,
            RecordingRows rows,
            ArrivedPart arrived,
            SeenInRecordings seen) {
        this.cameras = cameras;
        this.sites = sites;
        this.visible = visible;
        this.recordings = recordings;
        this.rows = rows;
        this.arrived = arrived;
        this.seen = seen;
    }

    /**
     * @param day address of the day's page
     * @param before address of the recording before; empty when this is the first
     * @param media address of the bytes
     * @param begun address of what plays of it while the rest is on its way, and {@code begunWords} how much that is; empty when
     *     nothing does
     * @param seen what each engine saw; empty when none looked
     * @param siteVault a vault of the site has it, too
     * @param clock how the camera's own clock stood, in words; empty when it told no time
     */
    public record Model(
            String camera,
            RecordingRow row,
            String zone,
            String day,
            String before,
            String after,
            String media,
            String begun,
            String begunWords,
            String mime,
            String picture,
            String sha256,
            String clock,
            RecordingMotion motion,
            List<RecordingSeen> seen,
            boolean siteVault,
            HoldShown hold) {}

    Model of(Visit visit, RecordingId id, Locale language) {
        return of(visit, id, language, hold -> hold);
    }

    /** @param typed what becomes of the form for a hold when something was typed into it */
    Model of(Visit visit, RecordingId id, Locale language, UnaryOperator<HoldShown> typed) {
        Viewer viewer = visit.viewer();
        Recording recording = recordings.get(viewer, id, Action.REPLAY);
        Camera camera = cameras.get(viewer, recording.camera());
        ZoneId zone = sites.get(viewer, camera.site()).zone();
        boolean mayRequest = visible.allows(viewer, camera.id(), Action.REQUEST_UPLOAD);
        RecordingRows.Page beside = rows.page(visit, List.of(recording), language);
        UploadDocument upload = beside.upload(recording);
        Optional<Playable> begun = upload != null && upload.moving() ? arrived.of(recording) : Optional.empty();
        return new Model(
                camera.name(),
                beside.row(recording, mayRequest, zone),
                zone.getId(),
                visit.at("/recordings?camera=" + camera.id() + "&day="
                        + recording.startedAt().atZone(zone).toLocalDate()),
                recordings.before(viewer, recording).map(one -> at(visit, one)).orElse(""),
                recordings.after(viewer, recording).map(one -> at(visit, one)).orElse(""),
                visit.at("/media/" + id + ".mp4"),
                begun.map(part -> visit.at("/media/" + id + ".mp4?first=" + part.bytes()))
                        .orElse(""),
                begun.map(part -> Messages.text(
                                language,
                                "recordings.begun",
                                Wording.length(part.duration()),
                                Wording.length(recording.duration())))
                        .orElse(""),
                recording.mime(),
                recording.width() + " × " + recording.height() + " · " + Codecs.of(recording.mime()),
                recording.sha256(),
                recording.clock().map(clock -> words(clock, language)).orElse(""),
                RecordingMotion.of(recording, language),
                seen.found(viewer, recording).stream()
                        .map(one -> RecordingSeen.of(one, language))
                        .toList(),
                beside.inSiteVault(recording),
                typed.apply(HoldShown.of(recording, viewer.may(Permission.ARRANGE), zone, language)));
    }

    private static String words(CameraTime clock, Locale language) {
        double within = clock.withinMs() / 1000.0;
        if (Math.abs(clock.aheadMs()) <= clock.withinMs()) {
            return Messages.text(language, "recordings.clock.right", within);
        }
        String key = clock.aheadMs() < 0 ? "recordings.clock.behind" : "recordings.clock.ahead";
        return Messages.text(language, key, Math.abs(clock.aheadMs()) / 1000.0, within);
    }

    private static String at(Visit visit, Recording recording) {
        return visit.at("/recordings/" + recording.id());
    }
}
