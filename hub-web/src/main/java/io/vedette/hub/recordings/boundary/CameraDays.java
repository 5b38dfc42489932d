package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.recordings.entity.CameraEvent;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.SiteDay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days of cameras, for whoever may replay them. */
@Singleton
public class CameraDays {
    private static final int MOST_EVENTS = 500;
    /** A recording that began before midnight still belongs into the picture of the day, if it is not longer than this. */
    private static final Duration REACH = Duration.ofHours(2);

    private final Recordings recordings;
    private final Clock clock;

    @Inject
    public CameraDays(Recordings recordings, Clock clock) {
        this.recordings = recordings;
        this.clock = clock;
    }

    public CameraDay of(Viewer viewer, CameraId camera, SiteDay day, Locale language) {
        List<Recordings.Span> recorded = recordings
                .spans(viewer, camera, day.begin().minus(REACH), day.end())
                .stream()
                .filter(one -> one.endedAt().isAfter(day.begin()))
                .toList();
        return CameraDay.of(day, recorded, events(viewer, camera, day), clock.instant(), language);
    }

    private List<CameraEvent> events(Viewer viewer, CameraId camera, SiteDay day) {
        List<CameraEvent> events = new ArrayList<>();
        recordings
                .eventBefore(viewer, camera, day.begin())
                .filter(CameraEvent::lost)
                .filter(last -> recordings
                        .between(viewer, camera, last.startedAt(), day.begin(), 1)
                        .isEmpty())
                .ifPresent(events::add);
        events.addAll(recordings.events(viewer, camera, day.begin(), day.end(), MOST_EVENTS));
        return events;
    }
}
