package io.vedette.hub.fleet;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.recordings.boundary.CameraDay;
import io.vedette.hub.recordings.boundary.CameraDays;
import io.vedette.hub.recordings.entity.SiteDay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** What a camera recorded today, by the clocks of its site: for whoever may replay it, and for nobody else. */
@Singleton
public class CameraToday {
    private final CameraDays days;
    private final Clock clock;

    @Inject
    public CameraToday(CameraDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    Optional<CameraDay> of(Viewer viewer, CameraSight sight, Locale language) {
        if (!sight.actions().contains(Action.REPLAY)) {
            return Optional.empty();
        }
        SiteDay today = SiteDay.of(clock.instant(), sight.site().zone());
        return Optional.of(days.of(viewer, sight.camera().id(), today, language));
    }
}
