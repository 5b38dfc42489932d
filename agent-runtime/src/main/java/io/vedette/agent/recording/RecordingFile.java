package io.vedette.agent.recording;

import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.agent.motion.MotionTally;
import io.vedette.agent.pipeline.CameraClock;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.util.Optional;
import java.util.function.Supplier;

/** One recording being written: its init segment, then its fragments with times and numbers that begin anew. */
final class RecordingFile {
    private final OpenRecording open;
    private final Supplier<Optional<CameraClock>> clock;
    private final long videoOrigin;
    private final long audioOrigin;
    private final long firstNanos;
    private long lastNanos;
    private int sequence;
    private long videoTicks;

    /** @param clock the camera's, asked while it is there: at the end it may have gone */
    RecordingFile(OpenRecording open, StreamFormat format, Fragment first, Supplier<Optional<CameraClock>> clock) {
        this.open = open;
        this.clock = clock;
        this.firstNanos = first.firstNanos();
        this.lastNanos = first.lastNanos();
        MediaFragment media = first.media();
        // Sound may begin a little before the picture it came with; no time may become negative by that.
        int audioScale = Math.max(1, format.audioTimescale());
        long audioAsVideo = media.audioStart() * InitSegment.VIDEO_TIMESCALE / audioScale;
        videoOrigin = media.hasAudio() ? Math.min(media.videoStart(), audioAsVideo) : media.videoStart();
        audioOrigin = videoOrigin * audioScale / InitSegment.VIDEO_TIMESCALE;
        open.append(format.init());
    }

    void write(Fragment fragment) {
        MediaFragment media = fragment.media();
        long videoStart = media.videoStart() - videoOrigin;
        long audioStart = Math.max(0, media.audioStart() - audioOrigin);
        open.append(media.header(++sequence, videoStart, audioStart));
        open.append(media.payload());
        videoTicks += media.videoTicks();
        lastNanos = fragment.lastNanos();
        clock.get().ifPresent(now -> open.clock(now.told()));
    }

    /** @param tally knows what moved meanwhile */
    RecordingClosed close(MotionTally tally) {
        return open.close(MediaFragment.videoTime(videoTicks), tally.take(firstNanos, lastNanos));
    }

    OpenRecording open() {
        return open;
    }
}
