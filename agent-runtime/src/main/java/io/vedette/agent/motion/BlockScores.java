package io.vedette.agent.motion;

/**
 * How much each block of a picture differs from the background, beyond what a change of light explains. An interface so
 * that OpenCV is loaded only when there is a picture to watch. One thread.
 */
public interface BlockScores extends AutoCloseable {
    int COLUMNS = 20;
    int ROWS = 12;
    int BLOCKS = COLUMNS * ROWS;

    /**
     * Scores one picture. The arrays are reused: good until the next call.
     *
     * @param background difference from the background, per block, row by row
     * @param recent difference from a picture about 0.2 s older; all zero while there is none
     */
    record Scores(double[] background, double[] recent) {}

    Scores score(LumaPicture picture);

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
