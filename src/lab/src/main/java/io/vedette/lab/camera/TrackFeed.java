package io.vedette.lab.camera;

import io.vedette.lab.camera.rtp.RtpSender;
import io.vedette.lab.clip.Track;
import org.jspecify.annotations.Nullable;

/**
 * Where one client is in one track. Units are counted on the endless clock, over all turns of the loop, so that time stamps go on
 * where the pictures begin again. The clip itself is the queue: a client that cannot keep up only falls behind in number, and is
 * set forward. One thread.
 */
final class TrackFeed {
    private static final long SECOND = 1_000_000_000L;

    private Media media;
    private @Nullable Media changing;
    private final RtpSender sender;
    private long next;

    TrackFeed(Media media, RtpSender sender) {
        this.media = media;
        this.sender = sender;
    }

    RtpSender sender() {
        return sender;
    }

    /** When the next unit is to be sent, in nanoseconds of the endless clock. */
    long due() {
        return timeOf(next);
    }

    private long timeOf(long unit) {
        long ticks = unit * media.track().ticksPerUnit();
        return ticks / media.track().clockRate() * SECOND
                + ticks % media.track().clockRate() * SECOND / media.track().clockRate();
    }

    /** Goes to the first unit due at or after a moment from which decoding can begin; never back. */
    void seek(long elapsed) {
        Track track = media.track();
        long ticks = elapsed / SECOND * track.clockRate() + elapsed % SECOND * track.clockRate() / SECOND;
        next = Math.max(next, ticks / track.ticksPerUnit());
        while (timeOf(next) < elapsed || !track.isKey(index())) {
            next++;
        }
    }

    private int index() {
        return (int) (next % media.track().size());
    }

    /** The time stamp that the next unit will carry. */
    long nextTimestamp() {
        return sender.timestamp(next * media.track().ticksPerUnit());
    }

    /** From the next key frame on the pictures are another track's, with the same clock and the same groups. */
    void change(Media other) {
        changing = other;
    }

    /** The next unit as bytes for the client's connection. */
    byte[] take() {
        if (changing != null && media.track().isKey(index())) {
            media = changing;
            changing = null;
        }
        Track track = media.track();
        int unit = index();
        byte[] packets =
                media.payload().packets(sender, track.unit(unit), next * track.ticksPerUnit(), track.isKey(unit));
        next++;
        return packets;
    }
}
