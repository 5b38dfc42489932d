package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much the edge keeps. What is given up first, and what each limit may cost, is {@link Sacrifice}'s.
 *
 * @param bytes most bytes of recordings, or {@link #FOUR_FIFTHS_OF_THE_DISK}
 * @param age how long a recording is kept, by {@link LivedTime}; zero for no limit
 * @param freeBytes what is to stay free on the disk for others; 0 for nothing
 */
public record SpoolBudget(long bytes, Duration age, long freeBytes) {
    /** Of what is free and what the spool has already, measured at start. */
    public static final long FOUR_FIFTHS_OF_THE_DISK = -1;

    public SpoolBudget {
        if (bytes < FOUR_FIFTHS_OF_THE_DISK || age.isNegative() || freeBytes < 0) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }

    /** In bytes, whatever it was before. */
    SpoolBudget measured(Surroundings.Room room, Path recordings, LongSupplier kept) {
        if (bytes != FOUR_FIFTHS_OF_THE_DISK) {
            return this;
        }
        try {
            return new SpoolBudget((room.in(recordings) + kept.getAsLong()) / 5 * 4, age, freeBytes);
        } catch (IOException e) {
            throw new SpoolFault("the disk of the spool cannot be measured", e);
        }
    }

    public static SpoolBudget of(long bytes) {
        return new SpoolBudget(bytes, Duration.ZERO, 0);
    }
}
