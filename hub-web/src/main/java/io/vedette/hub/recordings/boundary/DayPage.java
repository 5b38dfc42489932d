package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.SiteDay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects what the page of a day shows. */
@Singleton
public class DayPage {
    /** The list behind them shows the rest, a page at a time. */
    static final int MOST = 200;

    private final Cameras cameras;
    private final Sites sites;
    private final VisibleCameras visible;
    private final Recordings recordings;
    private final CameraDays days;
    private final RecordingRows rows;
    private final Clock clock;

    @Inject
    public DayPage(
            Cameras cameras,
            Sites sites,
            VisibleCameras visible,
            Recordings recordings,
            CameraDays days,
            RecordingRows rows,
            Clock clock) {
        this.cameras = cameras;
        this.sites = sites;
        this.visible = visible;
        this.recordings = recordings;
        this.days = days;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param rows the newest of that day, newest first
     * @param begin of the day, and its {@code end}: times of day do not tell when a clock was put back
     * @param all the address of the list of all of that day, when there are more than these; empty otherwise
     * @param moving something is on its way, so the page looks again by itself
     * @param canAsk the viewer may ask for recordings of the camera
     */
    public record Model(
            String camera,
            String cameraId,
            List<Choice> cameras,
            String date,
            String begin,
            String end,
            String title,
            String zone,
            String before,
            String after,
            CameraDay drawn,
            MonthSheet month,
            List<RecordingRow> rows,
            String all,
            boolean moving,
            boolean canAsk) {}

    public record Choice(String id, String name, boolean current) {}

    /** Empty when there is no camera the viewer may replay. */
    Optional<Model> of(Visit visit, Optional<CameraId> wanted, Optional<LocalDate> date, Locale language) {
        Viewer viewer = visit.viewer();
        List<Camera> replayable = cameras.all(viewer, Action.REPLAY);
        wanted.ifPresent(camera -> visible.demand(viewer, camera, Action.REPLAY));
        return replayable.stream()
                .filter(camera -> wanted.isEmpty() || camera.id().equals(wanted.get()))
                .findFirst()
                .map(camera -> of(visit, camera, replayable, date, language));
    }

    private Model of(Visit visit, Camera camera, List<Camera> choices, Optional<LocalDate> date, Locale language) {
        Viewer viewer = visit.viewer();
        ZoneId zone = sites.get(viewer, camera.site()).zone();
        SiteDay day = date.map(chosen -> new SiteDay(chosen, zone)).orElseGet(() -> latest(viewer, camera, zone));
        List<Recording> listed = recordings.between(viewer, camera.id(), day.begin(), day.end(), MOST + 1);
        List<RecordingRow> shown =
                rows(visit, camera, listed.subList(0, Math.min(listed.size(), MOST)), day.zone(), language);
        return new Model(
                camera.name(),
                camera.id().toString(),
                choices.stream()
                        .map(one -> new Choice(one.id().toString(), one.name(), one.equals(camera)))
                        .toList(),
                day.date().toString(),
                day.begin().toString(),
                day.end().toString(),
                Moment.date(day.date(), language),
                zone.getId(),
                day.plusDays(-1).date().toString(),
                day.plusDays(1).date().toString(),
                days.of(viewer, camera.id(), day, language),
                month(viewer, camera, day, language),
                shown,
                listed.size() > MOST ? all(visit, camera, day) : "",
                shown.stream().anyMatch(row -> row.upload() != null),
                visible.allows(viewer, camera.id(), Action.REQUEST_UPLOAD));
    }

    private List<RecordingRow> rows(Visit visit, Camera camera, List<Recording> listed, ZoneId zone, Locale language) {
        boolean mayRequest = visible.allows(visit.viewer(), camera.id(), Action.REQUEST_UPLOAD);
        RecordingRows.Page page = rows.page(visit, listed, language);
        return listed.stream().map(one -> page.row(one, mayRequest, zone)).toList();
    }

    private static String all(Visit visit, Camera camera, SiteDay day) {
        return Address.of(visit.at("/found"), 1)
                .with("camera", camera.id().toString())
                .with("from", day.begin().toString())
                .with("to", day.end().toString())
                .toString();
    }

    private MonthSheet month(Viewer viewer, Camera camera, SiteDay day, Locale language) {
        var first = new SiteDay(day.date().withDayOfMonth(1), day.zone());
        var next = new SiteDay(first.date().plusMonths(1), day.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), day.zone());
        return MonthSheet.of(day, today, recordings.spans(viewer, camera.id(), first.begin(), next.begin()), language);
    }

    private SiteDay latest(Viewer viewer, Camera camera, ZoneId zone) {
        return SiteDay.of(
                recordings.latest(viewer, camera.id()).map(Recording::startedAt).orElseGet(clock::instant), zone);
    }
}
