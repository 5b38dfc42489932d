package io.vedette.contracts.link;

import java.util.Base64;
import java.util.BitSet;

/**
 * Where and when it moved in one recording: for the timeline, and for looking for motion in a part of the picture later.
 * Seconds are counted from the recording's first picture, so that they stay right when somebody corrects its label.
 *
 * @param moved base64 of the seconds in which something moved: bit 0 of byte 0 is the first second; no more than {@value
 *     #MOST_SECONDS}
 * @param heat base64 of {@value #CELLS} unsigned bytes, row by row: for what share of the time each cell of the picture moved,
 *     255 for all of it, at least 1 where anything moved at all; "" when nothing did
 * @param blindMs the longest stretch in which nobody looked: what came and went within it may be unseen
 */
public record MotionMarks(String moved, String heat, int blindMs) {
    public static final int SIDE = 16;
    public static final int CELLS = SIDE * SIDE;
    /** Two hours, more than any recording is long. */
    public static final int MOST_SECONDS = 7200;

    public MotionMarks {
        if (decoded(moved).length > MOST_SECONDS / 8) {
            throw new IllegalArgumentException("no recording has more than " + MOST_SECONDS + " seconds");
        }
        if (!heat.isEmpty() && decoded(heat).length != CELLS) {
            throw new IllegalArgumentException("heat is " + CELLS + " cells, or none");
        }
        if (blindMs < 0) {
            throw new IllegalArgumentException("nobody looks twice at once");
        }
    }

    public static MotionMarks of(BitSet moved, byte[] heat, int blindMs) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new MotionMarks(
                base64.encodeToString(moved.toByteArray()),
                moved.isEmpty() ? "" : base64.encodeToString(heat),
                blindMs);
    }

    /** The caller's own. */
    public BitSet movedSeconds() {
        return BitSet.valueOf(decoded(moved));
    }

    /** The caller's own; all zero when nothing moved. */
    public byte[] heatCells() {
        return heat.isEmpty() ? new byte[CELLS] : decoded(heat);
    }

    private static byte[] decoded(String base64) {
        if (base64.length() > MOST_SECONDS) { // before anything is made of it
            throw new IllegalArgumentException("that is too long for a recording");
        }
        return Base64.getDecoder().decode(base64);
    }
}
