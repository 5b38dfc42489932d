package io.vedette.agent.recording;

import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.StreamFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which fragments belong into which recording. A recording begins with the last key frame that lies the pre-roll before
 * the motion, ends before the first key frame that lies the post-roll after the last motion, and never overlaps the one
 * before it.
 *
 * <p>Whether a moment showed motion is known some time after its fragment. So fragments wait here until the question is
 * decided: those already looked at are written or forgotten, the others stay. All times are of capture, monotonic. One
 * thread.
 */
final class RecordingCutter {
    /** How long an undecided fragment may hold up the end of a recording when nobody looks at pictures any more. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private static final long MOST_WAITING_BYTES = 8 << 20;

    /** What the cutter decides, in this order: begin, write..., end. */
    interface Cuts {
        void begin(StreamFormat format, Fragment first);

        void write(Fragment fragment);

        void end();
    }

    private final RecordingSettings settings;
    private final Cuts cuts;
    private final Deque<Fragment> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private @Nullable StreamFormat format;
    private boolean recording;
    private long beganAt;
    private long movedAt;
    private long decidedTo = Long.MIN_VALUE;

    RecordingCutter(RecordingSettings settings, Cuts cuts) {
        this.settings = settings;
        this.cuts = cuts;
    }

    void format(StreamFormat next) {
        interrupted();
        format = next;
    }

    void fragment(Fragment fragment) {
        waiting.add(fragment);
        waitingBytes += fragment.size();
        settle();
    }

    /** The picture taken at that moment was looked at, as was every one before it. */
    void looked(long takenNanos, boolean motion) {
        decidedTo = Math.max(decidedTo, takenNanos);
        if (motion && recording) {
            movedAt = Math.max(movedAt, takenNanos);
        } else if (motion) {
            begin(takenNanos);
        }
        settle();
    }

    /** Nothing follows on what is here; what was seen to belong to the recording goes into it. */
    void interrupted() {
        while (recording && !waiting.isEmpty()) {
            write(waiting.getFirst());
        }
        end();
        waiting.clear();
        waitingBytes = 0;
        format = null;
    }

    private void begin(long movedNanos) {
        long from = movedNanos - settings.preRoll().toNanos();
        Fragment first = null;
        for (Fragment fragment : waiting) {
            if (fragment.key() && (first == null || fragment.firstNanos() <= from)) {
                first = fragment;
            }
        }
        // Without one the connection has just begun; the next look finds the first key frame.
        if (first == null || format == null || movedNanos < first.firstNanos()) {
            return;
        }
        while (waiting.getFirst() != first) {
            forget(waiting.getFirst());
        }
        recording = true;
        movedAt = movedNanos;
        beganAt = first.firstNanos();
        cuts.begin(format, first);
    }

    private void settle() {
        while (recording && !waiting.isEmpty()) {
            Fragment next = waiting.getFirst();
            boolean cutHere = next.key() && next.firstNanos() != beganAt;
            if (cutHere && next.firstNanos() - movedAt >= settings.postRoll().toNanos()) {
                if (!decided(next)) {
                    return;
                }
                end();
            } else if (cutHere
                    && next.firstNanos() - beganAt >= settings.longest().toNanos()
                    && format != null) {
                cuts.end();
                beganAt = next.firstNanos();
                cuts.begin(format, next);
            } else {
                write(next);
            }
        }
        forgetTheOld();
    }

    private boolean decided(Fragment fragment) {
        return decidedTo >= fragment.firstNanos()
                || waiting.getLast().lastNanos() - fragment.firstNanos() > PATIENCE_NANOS;
    }

    /** Keeps whole groups of pictures: enough for the pre-roll of a motion that is still to be told. */
    private void forgetTheOld() {
        if (waiting.isEmpty()) {
            return;
        }
        long newest = waiting.getLast().lastNanos();
        long stillOpen = Math.clamp(decidedTo, newest - PATIENCE_NANOS, newest);
        long from = stillOpen - settings.preRoll().toNanos();
        Fragment keep = null;
        for (Fragment fragment : waiting) {
            if (fragment.key() && (keep == null || fragment.firstNanos() <= from)) {
                keep = fragment;
            }
        }
        while (!waiting.isEmpty() && (waiting.getFirst() != keep || waitingBytes > MOST_WAITING_BYTES)) {
            forget(waiting.getFirst());
        }
    }

    private void write(Fragment fragment) {
        cuts.write(fragment);
        forget(fragment);
    }

    private void forget(Fragment fragment) {
        waiting.remove(fragment);
        waitingBytes -= fragment.size();
    }

    private void end() {
        if (recording) {
            recording = false;
            cuts.end();
        }
    }
}
