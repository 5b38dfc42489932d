package io.vedette.lab.judge;

import java.nio.ByteBuffer;

/** Is shown pictures and says when something moves. */
public interface Watcher {
    /**
     * @param luma brightness row after row, direct, borrowed for the call
     * @return whether something moves
     */
    boolean sees(ByteBuffer luma, int width, int height, long takenNanos);
}
