package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One moof and its mdat. Does not change: to lie in another file it is copied with other numbers in its header.
 */
public final class MediaFragment {
    private final byte[] bytes;
    private final int headerSize;
    private final boolean key;
    private final long videoStart;
    private final long videoTicks;
    private final int videoTimeAt;
    private final long audioStart;
    private final int audioTimeAt;

    /** The sequence number stands behind the headers of moof and mfhd and mfhd's flags. */
    static final int SEQUENCE_AT = 20;

    MediaFragment(
            byte[] bytes,
            int headerSize,
            boolean key,
            long videoStart,
            long videoTicks,
            int videoTimeAt,
            long audioStart,
            int audioTimeAt) {
        this.bytes = bytes;
        this.headerSize = headerSize;
        this.key = key;
        this.videoStart = videoStart;
        this.videoTicks = videoTicks;
        this.videoTimeAt = videoTimeAt;
        this.audioStart = audioStart;
        this.audioTimeAt = audioTimeAt;
    }

    public static Duration videoTime(long ticks) {
        return Duration.ofNanos(Math.multiplyExact(ticks, 100_000L) / 9);
    }

    /** True when the first picture is a key frame. */
    public boolean key() {
        return key;
    }

    public int size() {
        return bytes.length;
    }

    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Decode time of the first picture, in ticks of {@link InitSegment#VIDEO_TIMESCALE}. */
    public long videoStart() {
        return videoStart;
    }

    public long videoTicks() {
        return videoTicks;
    }

    public boolean hasAudio() {
        return audioTimeAt >= 0;
    }

    /** Decode time of the first piece of sound, in ticks of its own track; meaningless without sound. */
    public long audioStart() {
        return audioStart;
    }

    /** The moof as it has to read in another file; {@link #payload} follows it. */
    public ByteBuffer header(int sequence, long newVideoStart, long newAudioStart) {
        ByteBuffer header = ByteBuffer.wrap(java.util.Arrays.copyOf(bytes, headerSize));
        header.putInt(SEQUENCE_AT, sequence).putLong(videoTimeAt, newVideoStart);
        if (hasAudio()) {
            header.putLong(audioTimeAt, newAudioStart);
        }
        return header;
    }

    /** The mdat. */
    public ByteBuffer payload() {
        return bytes().position(headerSize).slice();
    }
}
