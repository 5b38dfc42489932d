package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.kerberos.KerberosBook;
import io.vedette.hub.kerberos.KerberosPresence;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.boundary.CameraDay;
import io.vedette.hub.recordings.boundary.CameraDays;
import io.vedette.hub.recordings.boundary.DayStrip;
import io.vedette.hub.recordings.control.Scene;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraTodayTest {
    private Scene scene;
    private Fleet fleet;
    private CameraToday today;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        var cameras = new Cameras(scene.work, scene.visible, new AccessNews());
        fleet = new Fleet(
                cameras,
                new Sites(scene.work, scene.visible, new AccessNews()),
                scene.agents,
                scene.links,
                new KerberosPresence(new KerberosBook(scene.work), scene.clock));
        today = new CameraToday(new CameraDays(scene.recordings, scene.clock), scene.clock);
        scene.closed(new byte[10], Instant.parse("2026-11-19T08:10:00Z"), Delivery.ON_DEMAND);
        scene.closed(new byte[10], Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        scene.hear(new EventBody.CameraLost("no answer"), -3_600_000);
    }

    @Test
    void whoMayReplayTheCameraSeesItsTodayByTheClocksOfItsSite() {
        scene.give(Action.REPLAY);

        for (Viewer viewer : new Viewer[] {scene.owner, scene.guard}) {
            CameraDay day = of(viewer).orElseThrow();

            assertThat(day.date()).isEqualTo("2026-11-20");
            assertThat(day.recordings()).isEqualTo(1);
            assertThat(day.strip().bars()).extracting(DayStrip.Bar::look).containsExactly("gap", "edge");
            assertThat(day.strip().now()).isEqualTo("54.17%");
            assertThat(day.gaps()).containsExactly(new CameraDay.Gap("since 12:00:00", "no answer"));
        }
    }

    @Test
    void whoMayOnlyWatchLiveSeesNothingOfToday() {
        scene.give(Action.LIVE);

        assertThat(of(scene.guard)).isEmpty();
    }

    @Test
    void whoMayNotSeeTheCameraDoesNotFindIt() {
        assertThatThrownBy(() -> of(scene.guard)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> of(scene.foreigner)).isInstanceOf(Refusal.class);
    }

    private Optional<CameraDay> of(Viewer viewer) {
        return scene.as(viewer, () -> today.of(viewer, fleet.get(viewer, scene.gate), Locale.ENGLISH));
    }
}
