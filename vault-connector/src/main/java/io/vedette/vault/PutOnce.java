package io.vedette.vault;

import java.io.IOException;
import java.util.Optional;

/**
 * How a store that takes a blob on a condition keeps its promise that a key is written once: the same content again is success, other content is refused,
 * what is damaged makes room, and what arrived is looked at before anybody relies on it.
 */
public final class PutOnce {
    private PutOnce() {}

    /** Brings the bytes there, unless something is under the key. */
    @FunctionalInterface
    public interface Sending {
        /**
         * What the store said when somebody was faster; empty when it took them.
         *
         * @throws BlobStoreFault the store refuses it for another reason
         */
        Optional<BlobStoreFault> send() throws IOException;
    }

    public static BlobInfo run(BlobStore store, BlobKey key, BlobSpec spec, Sending sending) throws IOException {
        Optional<BlobInfo> there = already(store, key, spec);
        if (there.isPresent()) {
            return there.get();
        }
        Optional<BlobStoreFault> beaten = sending.send();
        // asked again in any case: who was faster may have put other bytes, or not be done yet
        BlobInfo stored = store.find(key)
                .orElseThrow(() -> beaten.orElseGet(
                        () -> new BlobStoreFault("the store took blob " + key + " and does not have it")));
        return same(stored, spec);
    }

    private static Optional<BlobInfo> already(BlobStore store, BlobKey key, BlobSpec spec) {
        Optional<BlobInfo> there;
        try {
            there = store.find(key);
        } catch (BlobCorrupt damaged) {
            store.delete(key); // the condition would let nothing over it
            return Optional.empty();
        }
        return there.map(blob -> same(blob, spec));
    }

    private static BlobInfo same(BlobInfo blob, BlobSpec spec) {
        if (!blob.sameContentAs(spec)) {
            throw new BlobCorrupt(blob.key(), "other content is stored under this key");
        }
        return blob;
    }
}
