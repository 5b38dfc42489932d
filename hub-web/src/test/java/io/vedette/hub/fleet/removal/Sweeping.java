package io.vedette.hub.fleet.removal;

import io.vedette.hub.agents.EndAgent;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.integrations.Outbox;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.control.SweepBuried;
import io.vedette.hub.recordings.entity.RecordingsOfCameras;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobStore;
import java.util.Set;

/** What happens to the recordings of cameras that were taken away, at once instead of in the night. */
final class Sweeping {
    private Sweeping() {}

    static void once(Scene scene, Tombstones tombstones, EndAgent ending, BlobStore store) {
        new SweepBuried(
                        scene.work,
                        new Tenants(scene.work),
                        tombstones,
                        new RecordingsOfCameras(scene.work),
                        scene.cancelling,
                        ending,
                        new Stores(scene.work, scene.providers, store, Set.of(), scene.clock),
                        new Outbox(scene.work, scene.clock))
                .run();
    }
}
