package io.vedette.bench.vault;

/** One of two ways into a store, under names that are each used once. Any thread. */
record Side(Way put, Way remove) {
    /** Something with a name. */
    @FunctionalInterface
    interface Way {
        void go(String name) throws Exception;
    }
}
