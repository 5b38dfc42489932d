package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the spool cannot make itself: time and the disk. Their failures are rehearsed by other ones.
 *
 * @param clock for labels and for pauses between two lives
 * @param nanos monotonic, for durations
 * @param sha256 a fresh digest, for what is written
 */
record Surroundings(Clock clock, LongSupplier nanos, Durability durability, Room room, Supplier<MessageDigest> sha256) {
    static Surroundings real(Clock clock) {
        return real(clock, Surroundings::javasSha256);
    }

    static Surroundings real(Clock clock, Supplier<MessageDigest> sha256) {
        return new Surroundings(clock, System::nanoTime, Durability.DISK, Surroundings::usable, sha256);
    }

    static MessageDigest javasSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
