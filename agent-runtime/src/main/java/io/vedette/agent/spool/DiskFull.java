package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a disk without room from one that is broken: the one is answered by giving up recordings, and the other would
 * answer that by losing them all.
 */
final class DiskFull {
    private static final Logger LOG = LoggerFactory.getLogger(DiskFull.class);
    private static final long NOTHING_TO_SPEAK_OF = 1 << 20;

    private DiskFull() {}

    /** Room for names counts as room: the system has one error for both. */
    static boolean is(IOException refusal, Path folder, Surroundings.Room room) {
        String words = String.valueOf(refusal.getMessage());
        return words.contains("No space left") || words.contains("quota exceeded") || isAlmostFull(folder, room);
    }

    private static boolean isAlmostFull(Path folder, Surroundings.Room room) {
        try {
            return room.in(folder) < NOTHING_TO_SPEAK_OF;
        } catch (IOException e) {
            LOG.debug("a disk that cannot be measured is not taken for full", e);
            return false;
        }
    }
}
