package io.vedette.hub.home;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Fleet;
import io.vedette.hub.recordings.entity.CoverageFigures;
import io.vedette.hub.recordings.entity.LastPictures;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.RecordingFigures;
import io.vedette.hub.recordings.entity.RecordingFigures.Quarter;
import io.vedette.hub.recordings.entity.SiteDay;
import io.vedette.hub.settings.TenantUse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts for the first page: one query for each panel, however many cameras and recordings there are. */
@Singleton
public class Dashboard {
    private static final int MOST_STRIPS = 8;
    /** A recording that began before midnight is part of the day, if it is not longer than this. */
    private static final Duration REACH = Duration.ofHours(2);

    private final Fleet fleet;
    private final Sites sites;
    private final RecordingFigures recordings;
    private final CoverageFigures coverage;
    private final OpenUploads uploads;
    private final VaultSpace space;
    private final LastPictures pictures;
    private final TenantUse use;
    private final Clock clock;

    @Inject
    public Dashboard(
            Fleet fleet,
            Sites sites,
            RecordingFigures recordings,
            CoverageFigures coverage,
            OpenUploads uploads,
            VaultSpace space,
            LastPictures pictures,
            TenantUse use,
            Clock clock) {
        this.fleet = fleet;
        this.sites = sites;
        this.recordings = recordings;
        this.coverage = coverage;
        this.uploads = uploads;
        this.space = space;
        this.pictures = pictures;
        this.use = use;
        this.clock = clock;
    }

    Figures of(Viewer viewer) {
        Instant now = clock.instant();
        boolean arranges = viewer.may(Permission.ARRANGE);
        List<Site> places = sites.all(viewer);
        List<CameraSight> cameras = fleet.all(viewer);
        return new Figures(
                now,
                arranges,
                places,
                cameras,
                hours(viewer, withCameras(places, cameras), now),
                coverage(viewer, cameras, now),
                uploads.counts(viewer),
                recordings.kept(viewer),
                arranges ? space.now() : Optional.empty(),
                pictures.of(
                        viewer,
                        Figures.needy(cameras, arranges).stream()
                                .limit(HomeView.MOST_NEEDS)
                                .map(sight -> sight.camera().id())
                                .toList()),
                viewer.role().owns(),
                runs(viewer) ? use.full(viewer.tenant()) : List.of());
    }

    /** Whoever may do something about cameras and about accounts: owners and admins. */
    private static boolean runs(Viewer viewer) {
        return viewer.may(Permission.ARRANGE) && viewer.may(Permission.DELEGATE);
    }

    private static List<Site> withCameras(List<Site> places, List<CameraSight> cameras) {
        Set<Object> used = cameras.stream().map(sight -> sight.site().id()).collect(Collectors.toSet());
        return places.stream().filter(site -> used.contains(site.id())).toList();
    }

    /** Every site's today lies within one span of time, so that one question is enough. */
    private List<SiteHours> hours(Viewer viewer, List<Site> places, Instant now) {
        List<SiteDay> days =
                places.stream().map(site -> SiteHours.today(site, now)).toList();
        if (days.isEmpty()) {
            return List.of();
        }
        Instant from = days.stream().map(SiteDay::begin).min(Instant::compareTo).orElseThrow();
        Instant to = days.stream().map(SiteDay::end).max(Instant::compareTo).orElseThrow();
        List<Quarter> quarters = recordings.quarters(viewer, from, to);
        return places.stream().map(site -> SiteHours.of(site, now, quarters)).toList();
    }

    /** The first few cameras only, those that need somebody before the others. */
    private List<Coverage> coverage(Viewer viewer, List<CameraSight> cameras, Instant now) {
        List<CameraSight> shown = cameras.stream()
                .filter(sight -> sight.actions().contains(Action.REPLAY))
                .sorted(Comparator.comparing(
                        (CameraSight sight) -> !sight.presence().state().needsYou()))
                .limit(MOST_STRIPS)
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<CameraId> ids = shown.stream().map(sight -> sight.camera().id()).toList();
        List<SiteDay> days = shown.stream()
                .map(sight -> SiteDay.of(now, sight.site().zone()))
                .toList();
        Instant from = days.stream()
                .map(SiteDay::begin)
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(REACH);
        Instant to = days.stream().map(SiteDay::end).max(Instant::compareTo).orElseThrow();
        var stretches = coverage.stretches(viewer, ids, from, to);
        var turns = coverage.turns(viewer, ids, from, to);
        return shown.stream()
                .map(sight -> Coverage.of(sight, now, stretches, turns))
                .toList();
    }
}
