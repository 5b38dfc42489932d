package io.vedette.vault.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Brings a file onto the disk while whoever wrote it reads it for its hash: the one waits for the disk, the other for the processor. Closing it waits for
 * its end, so that no file is closed under it. For one thread.
 */
final class Flush implements AutoCloseable {
    private static final Executor OWN =
            work -> Thread.ofPlatform().name("vault-flush").daemon().start(work);

    private final Path folder;
    private final CompletableFuture<Void> done;

    /** What brings it there. */
    @FunctionalInterface
    interface Sync {
        void run() throws IOException;
    }

    private Flush(Path folder, CompletableFuture<Void> done) {
        this.folder = folder;
        this.done = done;
    }

    /** @param folder on the disk to which it is brought */
    static Flush begin(Path folder, Sync sync) {
        return new Flush(folder, CompletableFuture.runAsync(() -> run(sync), OWN));
    }

    private static void run(Sync sync) {
        try {
            sync.run();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Returns when it is there. */
    void await() {
        try {
            done.join();
        } catch (CompletionException e) {
            throw Faults.writing("the disk did not take a blob", e.getCause(), folder, 0);
        }
    }

    @Override
    public void close() {
        var unused = done.handle((nothing, failed) -> true).join();
    }
}
