package io.vedette.hub.home;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Seats;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.fleet.Fleet;
import io.vedette.hub.kerberos.KerberosBook;
import io.vedette.hub.kerberos.KerberosPresence;
import io.vedette.hub.livestream.LiveMinutes;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.CoverageFigures;
import io.vedette.hub.recordings.entity.LastPictures;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.RecordingFigures;
import io.vedette.hub.settings.TenantUse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A dashboard over the scene of the recordings, for tests of what it shows. */
abstract class DashboardScene {
    static final byte[] FILE = new byte[1000];
    /** Whatever room the machine has that the tests run on. */
    private static final VaultSpace.Space ROOMY = new VaultSpace.Space(600_000_000_000L, 1_000_000_000_000L);

    Scene scene;
    Dashboard dashboard;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        var cameras = new Cameras(scene.work, scene.visible, new AccessNews());
        var sites = new Sites(scene.work, scene.visible, new AccessNews());
        dashboard = new Dashboard(
                new Fleet(
                        cameras,
                        sites,
                        scene.agents,
                        scene.links,
                        new KerberosPresence(new KerberosBook(scene.work), scene.clock)),
                sites,
                new RecordingFigures(scene.visible),
                new CoverageFigures(scene.visible),
                new OpenUploads(scene.visible),
                new VaultSpace(() -> Optional.of(ROOMY)),
                new LastPictures(scene.visible),
                new TenantUse(
                        scene.quotas,
                        cameras,
                        new Seats(scene.work, scene.clock),
                        scene.room,
                        new LiveMinutes(scene.work, scene.quotas, scene.clock)),
                scene.clock);
    }

    Figures of(Viewer viewer) {
        return scene.as(viewer, () -> dashboard.of(viewer));
    }

    void intoVault(RecordingId id) {
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.recordings
                        .find(scene.owner.tenant(), id)
                        .orElseThrow()
                        .inVault(Optional.empty()));
    }
}
