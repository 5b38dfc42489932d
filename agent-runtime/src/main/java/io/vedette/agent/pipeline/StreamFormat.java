package io.vedette.agent.pipeline;

import io.vedette.agent.fmp4.InitSegment;
import java.nio.ByteBuffer;

/** What a listener needs before the first fragment; good until the next one comes. Does not change. */
public final class StreamFormat {
    private final InitSegment init;

    public StreamFormat(InitSegment init) {
        this.init = init;
    }

    /** As a browser wants it, codecs included. */
    public String mime() {
        return init.mime();
    }

    public int width() {
        return init.width();
    }

    public int height() {
        return init.height();
    }

    /** The initialisation segment (ftyp, moov): a read-only view of its own each time. */
    public ByteBuffer init() {
        return init.bytes();
    }

    /** Ticks of the sound track in a second; 0 without sound. */
    public int audioTimescale() {
        return init.audioTimescale();
    }
}
