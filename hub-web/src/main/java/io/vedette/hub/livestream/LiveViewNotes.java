package io.vedette.hub.livestream;

import io.vedette.hub.livestream.relay.WatchedCamera;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.stop.HubStops;
import io.vedette.hub.platform.tenant.LateDeeds;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who watched which camera live, from when until when: a row before the first picture, which stays if the hub dies, and one at the end
 * that has the whole span.
 */
@Singleton
public class LiveViewNotes {
    private final TenantWork work;
    private final LateDeeds late;
    private final LiveMinutes minutes;
    private final Clock clock;
    private final Set<Watching> open = ConcurrentHashMap.newKeySet();

    @Inject
    public LiveViewNotes(TenantWork work, LateDeeds late, LiveMinutes minutes, Clock clock) {
        this.work = work;
        this.late = late;
        this.minutes = minutes;
        this.clock = clock;
    }

    /** A view whose end is still to be noted. */
    public static final class Watching {
        private final WatchedCamera camera;
        private final Doer who;
        private final Instant since;

        private Watching(WatchedCamera camera, Doer who, Instant since) {
            this.camera = camera;
            this.who = who;
            this.since = since;
        }
    }

    /** Returns once it is kept, and the first minute taken: what cannot be kept, or is beyond the quota, is not watched. */
    public Watching begins(WatchedCamera camera, Doer who) {
        work.run(camera.tenant(), () -> {
            work.by(who);
            minutes.take(camera.tenant());
            work.note(Deed.ofCamera(DeedKind.LIVE_STARTED, camera.camera().value()));
        });
        var watching = new Watching(camera, who, clock.instant());
        open.add(watching);
        return watching;
    }

    public void ends(Watching view) {
        if (open.remove(view)) {
            late.note(
                    view.camera.tenant(),
                    view.who,
                    Deed.ofCamera(DeedKind.LIVE_ENDED, view.camera.camera().value())
                            .span(view.since, clock.instant()));
        }
    }

    void stops(@Observes HubStops now) {
        open.forEach(this::ends);
    }
}
