package io.vedette.agent.recording;

import io.vedette.agent.motion.Shot;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.contracts.id.RecordingId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which picture stands for a recording: the last one that tells of the motion it began with; where nothing moved, the first one
 * there is. A picture from long before it never does. One thread.
 */
final class Thumbnail {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnail.class);
    private static final long BEGINNING_NANOS = 12_000_000_000L;
    /** Pictures in which nothing moves come every ten seconds: one a little older than a short recording still shows it. */
    private static final long STILL_TRUE_NANOS = 11_000_000_000L;

    private enum Kept {
        NONE,
        CALM,
        TELLING
    }

    private final Spool spool;
    private @Nullable RecordingId recording;
    private long beganAt;
    private Kept kept = Kept.NONE;
    private @Nullable Shot newest;
    private long newestAt;

    Thumbnail(Spool spool) {
        this.spool = spool;
    }

    void begin(RecordingId id, long beganNanos) {
        recording = id;
        beganAt = beganNanos;
        kept = Kept.NONE;
        if (newest != null && newestAt >= beganNanos) {
            keep(newest);
        }
    }

    void offer(long takenNanos, Shot shot) {
        newest = shot;
        newestAt = takenNanos;
        boolean beginning = takenNanos - beganAt < BEGINNING_NANOS;
        if (kept == Kept.NONE || shot.telling() && (kept == Kept.CALM || beginning)) {
            keep(shot);
        }
    }

    void end() {
        if (kept == Kept.NONE && newest != null && beganAt - newestAt < STILL_TRUE_NANOS) {
            keep(newest);
        }
        recording = null;
    }

    private void keep(Shot shot) {
        if (recording == null) {
            return;
        }
        try {
            spool.keepThumbnail(recording, shot.jpeg());
            kept = shot.telling() ? Kept.TELLING : Kept.CALM;
        } catch (SpoolFault e) {
            LOG.warn("recording {} stays without its picture", recording, e);
        }
    }
}
