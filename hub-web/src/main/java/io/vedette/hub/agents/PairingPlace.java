package io.vedette.hub.agents;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;

/** Where a device shall stand that is paired. */
sealed interface PairingPlace {
    record Before(CameraId camera) implements PairingPlace {}

    /** @param name as its owner calls it */
    record VaultOf(SiteId site, String name) implements PairingPlace {}
}
