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
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Locale;

/** Collects what the page of one recording shows. */
@Singleton
public class RecordingPage {
    private final Cameras cameras;
    private final Sites sites;
    private final VisibleCameras visible;
    private final Recordings recordings;
    private final UploadShown uploads;

    @Inject
    public RecordingPage(
            Cameras cameras, Sites sites, VisibleCameras visible, Recordings recordings, UploadShown uploads) {
        this.cameras = cameras;
        this.sites = sites;
        this.visible = visible;
        this.recordings = recordings;
        this.uploads = uploads;
    }

    /**
     * @param day address of the day's page
     * @param before address of the recording before; empty when this is the first
     * @param media address of the bytes
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
            String mime,
            String picture,
            String sha256,
            String clock,
            RecordingMotion motion,
            HoldShown hold) {
        /** The same after a reason for a hold was typed that is none. */
        Model wrong(String typed, String error) {
            return new Model(
                    camera,
                    row,
                    zone,
                    day,
                    before,
                    after,
                    media,
                    mime,
                    picture,
                    sha256,
                    clock,
                    motion,
                    hold.wrong(typed, error));
        }
    }

    Model of(Visit visit, RecordingId id, Locale language) {
        Viewer viewer = visit.viewer();
        Recording recording = recordings.get(viewer, id, Action.REPLAY);
        Camera camera = cameras.get(viewer, recording.camera());
        ZoneId zone = sites.get(viewer, camera.site()).zone();
        boolean mayRequest = visible.allows(viewer, camera.id(), Action.REQUEST_UPLOAD);
        var upload = uploads.latest(viewer, recording, language).orElse(null);
        return new Model(
                camera.name(),
                RecordingRow.of(visit.slug(), recording, upload, mayRequest, zone, language),
                zone.getId(),
                visit.at("/recordings?camera=" + camera.id() + "&day="
                        + recording.startedAt().atZone(zone).toLocalDate()),
                recordings.before(viewer, recording).map(one -> at(visit, one)).orElse(""),
                recordings.after(viewer, recording).map(one -> at(visit, one)).orElse(""),
                visit.at("/media/" + id + ".mp4"),
                recording.mime(),
                recording.width() + " × " + recording.height() + " · " + Codecs.of(recording.mime()),
                recording.sha256(),
                recording.clock().map(clock -> words(clock, language)).orElse(""),
                RecordingMotion.of(recording, language),
                HoldShown.of(recording, viewer.may(Permission.ARRANGE), zone, language));
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
