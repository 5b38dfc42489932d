package io.vedette.agent.motion;

import java.util.Optional;

/**
 * How much each block of a picture differs from the background, beyond what a change of light explains. An interface so
 * that OpenCV is loaded only when there is a picture to watch. One thread.
 */
public interface BlockScores extends AutoCloseable {
    int COLUMNS = 20;
    int ROWS = 12;
    int BLOCKS = COLUMNS * ROWS;

    /**
     * Scores one picture, in grey levels. The arrays are reused: good until the next call.
     *
     * @param background difference from the background, per block, row by row
     * @param recent difference from a picture about 0.1 to 0.2 s older; all zero while there is none
     * @param brightness mean of each block
     * @param texture standard deviation of the background in each block
     */
    record Scores(double[] background, double[] recent, double[] brightness, double[] texture) {}

    /** Hears of every decoded picture, also of those that are not scored. */
    void add(LumaPicture picture);

    /**
     * What shows in the picture added last alone and not in the two before it, in grey levels per block: streaks of rain, and
     * whoever hurries. Empty where they are too far apart. The array is reused.
     */
    Optional<double[]> alone();

    /**
     * Scores the picture added last.
     *
     * @param rain leaves out what is narrow and brighter than the background
     * @param notBefore the older picture is none from before this moment
     */
    Scores score(boolean rain, long notBefore);

    /** Whether the picture scored last is one in the dark: noise is then most of what differs, and people are faint. */
    boolean isDark();

    /** Whether two blocks have their scores from places that share nothing: else it may be the same noise that is in both. */
    boolean areApart(int one, int other);

    /**
     * What of a block of the picture just scored is nowhere in the background within a few pixels around it: leaves and
     * branches that sway are; what has come into the picture is not.
     *
     * @param which blocks to be worked out
     * @param difference receives grey levels for those
     */
    void displaced(boolean[] which, double[] difference);

    /**
     * What of a block of the picture just scored is left over where the light changes evenly across the block: little below the edge of a
     * cloud's shadow, half and more of the score of what has come into the picture.
     *
     * @param which blocks to be worked out
     * @param difference receives grey levels for those
     */
    void unevenlyLit(boolean[] which, double[] difference);

    /**
     * Takes the picture just scored into the background.
     *
     * @param share of it in places without motion, 0 to 1
     * @param shareUnderMotion the same in active blocks
     */
    void learn(boolean[] active, double share, double shareUnderMotion);

    @Override
    void close();
}
