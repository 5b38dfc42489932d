package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What the spool cannot make itself: time and the disk. Their failures are rehearsed by other ones.
 *
 * @param clock for labels and for pauses between two lives
 * @param nanos monotonic, for durations
 */
record Surroundings(Clock clock, LongSupplier nanos, Durability durability, Room room) {
    static Surroundings real(Clock clock) {
        return new Surroundings(clock, System::nanoTime, Durability.DISK, Surroundings::usable);
    }

    /** How many bytes of a folder's file system the agent could still take. */
    interface Room {
        long in(Path folder) throws IOException;
    }

    private static long usable(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        return disk.getUsableSpace();
    }
}
