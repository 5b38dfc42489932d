package io.vedette.hub.analysis;

/** The size of the pictures that an engine looked at, in pixels. */
public record Frame(int width, int height) {
    private static final int MOST = 16_384;

    public Frame {
        if (width < 1 || width > MOST || height < 1 || height > MOST) {
            throw new IllegalArgumentException("a picture is 1 to 16384 pixels wide and high");
        }
    }
}
