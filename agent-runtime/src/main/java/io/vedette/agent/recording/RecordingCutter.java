package io.vedette.agent.recording;

import io.vedette.agent.config.RecordMode;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.StreamFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which fragments belong into which recording. A moment is wanted because something moves, because everything is recorded, or
 * because somebody asked for it. A recording begins with the last key frame that lies the pre-roll before the first wanted
 * moment, ends before the first key frame that lies the post-roll after the last one, and never overlaps the one before it.
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
    private final RecordingPermit permit;
    private final Cuts cuts;
    private final Deque<Fragment> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private @Nullable Fragment newest;
    private @Nullable StreamFormat format;
    private boolean recording;
    private long beganAt;
    private long wantedAt;
    private long orderedTo = Long.MIN_VALUE;
    private long decidedTo = Long.MIN_VALUE;

    RecordingCutter(RecordingSettings settings, RecordingPermit permit, Cuts cuts) {
        this.settings = settings;
        this.permit = permit;
        this.cuts = cuts;
    }

    void format(StreamFormat next) {
        interrupted();
        format = next;
    }

    void fragment(Fragment fragment) {
        waiting.add(fragment);
        newest = fragment;
        waitingBytes += fragment.size();
        if (ordered(fragment.firstNanos()) || always(fragment)) {
            want(fragment.firstNanos(), fragment.lastNanos());
        }
        settle();
    }

    private boolean ordered(long nanos) {
        return nanos < orderedTo;
    }

    private boolean always(Fragment fragment) {
        return settings.rules().mode() == RecordMode.ALWAYS && permit.at(fragment.startedAt());
    }

    /** Somebody wants everything up to that moment, whatever the timetable says; an earlier one takes it back. */
    void order(long untilNanos) {
        orderedTo = untilNanos;
    }

    /** The picture taken at that moment was looked at, as was every one before it. */
    void looked(long takenNanos, boolean motion) {
        decidedTo = Math.max(decidedTo, takenNanos);
        if (motion && settings.rules().mode() == RecordMode.MOTION && permitted(takenNanos)) {
            want(takenNanos, takenNanos);
        }
        settle();
    }

    /** As the newest fragment ties the agent's two clocks; without one there is nothing to decide. */
    private boolean permitted(long nanos) {
        Fragment tie = newest;
        return tie != null && permit.at(tie.startedAt().plusNanos(nanos - tie.firstNanos()));
    }

    /** Nothing before this moment can still come into a recording. */
    long keepsFrom() {
        if (recording) {
            return beganAt;
        }
        // a fragment comes when it is complete: what was looked at meanwhile is newer than its beginning
        return waiting.isEmpty()
                ? Math.max(decidedTo, Long.MIN_VALUE + PATIENCE_NANOS) - PATIENCE_NANOS
                : waiting.getFirst().firstNanos();
    }

    private void want(long fromNanos, long toNanos) {
        if (recording) {
            wantedAt = Math.max(wantedAt, toNanos);
        } else {
            begin(fromNanos, toNanos);
        }
    }

    /** Nothing follows on what is here; what was seen to belong to the recording goes into it. */
    void interrupted() {
        while (recording && !waiting.isEmpty()) {
            write(waiting.getFirst());
        }
        end();
        waiting.clear();
        waitingBytes = 0;
        newest = null;
        format = null;
    }

    private void begin(long fromNanos, long toNanos) {
        long from = fromNanos - settings.preRoll().toNanos();
        Fragment first = null;
        for (Fragment fragment : waiting) {
            if (fragment.key() && (first == null || fragment.firstNanos() <= from)) {
                first = fragment;
            }
        }
        // Without one the connection has just begun; the next look finds the first key frame.
        if (first == null || format == null || fromNanos < first.firstNanos() || !mayBegin(first, fromNanos)) {
            return;
        }
        while (waiting.getFirst() != first) {
            forget(waiting.getFirst());
        }
        recording = true;
        wantedAt = toNanos;
        beganAt = first.firstNanos();
        cuts.begin(format, first);
    }

    private boolean mayBegin(Fragment first, long wantedNanos) {
        return ordered(wantedNanos) || permit.toBegin(first.startedAt().plusNanos(wantedNanos - first.firstNanos()));
    }

    private void settle() {
        while (recording && !waiting.isEmpty()) {
            Fragment next = waiting.getFirst();
            boolean cutHere = next.key() && next.firstNanos() != beganAt;
            if (cutHere && next.firstNanos() - wantedAt >= settings.postRoll().toNanos()) {
                if (!decided(next)) {
                    return;
                }
                end();
            } else if (cutHere
                    && next.firstNanos() - beganAt >= settings.rules().longest().toNanos()
                    && format != null) {
                if (decidedTo != Long.MIN_VALUE && !decided(next)) {
                    return; // what moved in the end of this one belongs to its marks
                }
                split(format, next);
            } else {
                write(next);
            }
        }
        forgetTheOld();
    }

    /** The same again from here on, if it still may be. */
    private void split(StreamFormat present, Fragment next) {
        cuts.end();
        beganAt = next.firstNanos();
        recording = mayBegin(next, Math.max(wantedAt, next.firstNanos()));
        if (recording) {
            cuts.begin(present, next);
        }
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
