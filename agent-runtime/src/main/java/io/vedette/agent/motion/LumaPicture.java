package io.vedette.agent.motion;

import java.nio.ByteBuffer;

/**
 * The brightness of one picture, 8 bits a pixel. Borrowed for one call.
 *
 * @param luma direct buffer of {@code stride * height} bytes, from the first pixel
 * @param takenNanos when it was taken, on this process's monotonic clock
 */
public record LumaPicture(ByteBuffer luma, int width, int height, int stride, long takenNanos) {}
