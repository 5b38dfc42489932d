package io.vedette.agent.recording;

import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.contracts.id.RecordingId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which picture stands for a recording: the one offered last for the motion it began with. One thread. */
final class Thumbnail {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnail.class);
    private static final long BEGINNING_NANOS = 12_000_000_000L;

    private final Spool spool;
    private @Nullable RecordingId recording;
    private long beganAt;
    private boolean kept;
    private byte @Nullable [] newest;
    private long newestAt;

    Thumbnail(Spool spool) {
        this.spool = spool;
    }

    void begin(RecordingId id, long beganNanos) {
        recording = id;
        beganAt = beganNanos;
        kept = false;
        if (newest != null && newestAt >= beganNanos) {
            keep(newest);
        }
    }

    void offer(long takenNanos, byte[] jpeg) {
        newest = jpeg;
        newestAt = takenNanos;
        if (recording != null && (!kept || takenNanos - beganAt < BEGINNING_NANOS)) {
            keep(jpeg);
        }
    }

    /** A part of a long motion in which nothing grew any more shows the last picture there was. */
    void end() {
        if (!kept && newest != null) {
            keep(newest);
        }
        recording = null;
    }

    private void keep(byte[] jpeg) {
        if (recording == null) {
            return;
        }
        try {
            spool.keepThumbnail(recording, jpeg);
            kept = true;
        } catch (SpoolFault e) {
            LOG.warn("recording {} stays without its picture", recording, e);
        }
    }
}
