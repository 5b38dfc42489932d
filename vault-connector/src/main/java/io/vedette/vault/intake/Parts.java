package io.vedette.vault.intake;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.disk.DurableFolder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The uploads that were heard of lately, one {@link Part} each, so that all calls for an upload meet at the same lock. Bounded: the
 * longest unused are forgotten, which costs them their running hash, and a cancelled one its refusal (the caller's row has it too).
 */
final class Parts {
    private final DurableFolder folder;
    private final int most;
    private final Map<UploadId, Part> lately = new LinkedHashMap<>(16, 0.75f, true);

    Parts(DurableFolder folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /** Every take has its give. */
    synchronized Part take(UploadId upload) {
        Part part = lately.computeIfAbsent(upload, id -> new Part(id, folder));
        part.users++;
        return part;
    }

    synchronized void give(Part part) {
        part.users--;
        Iterator<Part> oldest = lately.values().iterator();
        while (lately.size() > most && oldest.hasNext()) {
            if (oldest.next().users == 0) {
                oldest.remove();
            }
        }
    }

    synchronized int known() {
        return lately.size();
    }
}
