package io.vedette.bench.vault;

import io.vedette.vault.Sha256;
import java.util.Random;

/** One of two ways into a store, under names that are each used once. Any thread. */
record Side(Way put, Way remove) {
    /** Goes nowhere: what the hash of so many bytes costs. */
    static Side hashing(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return new Side(name -> Sha256.of(content), name -> {});
    }

    /** Something with a name. */
    @FunctionalInterface
    interface Way {
        void go(String name) throws Exception;
    }
}
