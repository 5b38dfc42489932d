package io.vedette.hub.retention;

import io.vedette.hub.vaults.StorageProviderId;

/**
 * Where recordings move to when they are old. That deletes nothing, so what is on hold moves as well.
 *
 * @param afterDays from the end of a recording on; what goes sooner by its days does not move
 */
public record Archive(StorageProviderId to, int afterDays) {
    public Archive {
        var unused = new Terms.Days.Of(afterDays);
    }
}
