package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.vault.Sha256;

/** A box at the site of a {@link Scene}'s gate. */
public final class SiteVault {
    private SiteVault() {}

    public static VaultRef pair(Scene scene) {
        SiteId site = scene.as(
                scene.owner,
                () -> new Cameras(scene.work, scene.visible, scene.access)
                        .find(scene.owner.tenant(), scene.gate)
                        .orElseThrow()
                        .site());
        return TestAgents.pairVault(scene.work, scene.owner.tenant(), site);
    }

    /** It tells that it has a recording of the gate. */
    public static void kept(Scene scene, VaultRef vault, RecordingId id, byte[] file) {
        var kept =
                new RecordingKept(id, scene.gate, file.length, Sha256.of(file).hex());
        scene.work.run(vault.tenant(), () -> scene.hearingVaults.event(vault, kept));
    }
}
