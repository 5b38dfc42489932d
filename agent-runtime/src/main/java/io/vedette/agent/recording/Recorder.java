package io.vedette.agent.recording;

import io.vedette.agent.motion.MotionDetector;
import io.vedette.agent.motion.MotionSink;
import io.vedette.agent.motion.MotionTally;
import io.vedette.agent.motion.Shot;
import io.vedette.agent.pipeline.CameraClock;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that turns fragments and looks into recordings. It has a queue of its own, because a slow disk must not make
 * the camera's threads wait; when the disk is slow for so long that the queue is full, fragments up to the next key frame
 * are lost and said to be.
 */
public final class Recorder implements FragmentListener, MotionSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final long MOST_QUEUED_BYTES = 12 << 20;

    private sealed interface Said {
        record Format(StreamFormat format) implements Said {}

        record Piece(Fragment fragment) implements Said {}

        record Look(MotionDetector.Look look, @Nullable Shot shot) implements Said {}

        record Order(long untilNanos) implements Said {}

        record Interruption() implements Said {}

        record End() implements Said {}
    }

    private final Spool spool;
    private final RecordingSettings settings;
    private final Supplier<Optional<CameraClock>> clock;
    private final RecordingCutter cutter;
    private final Thumbnail thumbnail;
    private final MotionTally tally = new MotionTally();
    private final Thread thread;

    private final Queue<Said> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean losing;

    private @Nullable RecordingFile file;
    private @Nullable StreamFormat format;

    /**
     * @param ticker the monotonic clock pictures are stamped with, in nanoseconds
     * @param clock the camera's wall clock, where it tells it; asked with each fragment
     */
    public Recorder(
            Spool spool, RecordingSettings settings, LongSupplier ticker, Supplier<Optional<CameraClock>> clock) {
        this.spool = spool;
        this.settings = settings;
        this.clock = clock;
        this.cutter = new RecordingCutter(settings, RecordingPermit.of(settings.rules(), ticker), new Cuts());
        this.thumbnail = new Thumbnail(spool);
        // A platform thread: SQLite is native code.
        this.thread = Thread.ofPlatform().name("recorder").unstarted(this::work);
        thread.start();
    }

    @Override
    public void format(StreamFormat next) {
        say(new Said.Format(next), 0);
    }

    @Override
    public void fragment(Fragment fragment) {
        synchronized (queue) {
            if (losing && fragment.key() && queuedBytes < MOST_QUEUED_BYTES / 2) {
                losing = false;
            } else if (!losing && queuedBytes + fragment.size() > MOST_QUEUED_BYTES) {
                LOG.error("the disk is too slow: pictures are lost");
                losing = true;
                queue.add(new Said.Interruption());
            }
            if (losing) {
                return;
            }
        }
        say(new Said.Piece(fragment), fragment.size());
    }

    @Override
    public void interrupted() {
        say(new Said.Interruption(), 0);
    }

    @Override
    public void looked(MotionDetector.Look look, @Nullable Shot shot) {
        say(new Said.Look(look, shot), 0);
    }

    /**
     * Records from now on, whatever moves and whatever the timetable says.
     *
     * @param untilNanos a moment of the ticker; whoever wants more asks again before it, one that is past ends it
     */
    public void order(long untilNanos) {
        say(new Said.Order(untilNanos), 0);
    }

    /** Closes the open recording, if there is one, and waits for that. */
    @Override
    public void close() throws InterruptedException {
        say(new Said.End(), 0);
        thread.join();
    }

    private void say(Said what, long bytes) {
        synchronized (queue) {
            queue.add(what);
            queuedBytes += bytes;
            queue.notifyAll();
        }
    }

    private Said hear() throws InterruptedException {
        synchronized (queue) {
            while (queue.isEmpty()) {
                queue.wait();
            }
            Said what = queue.remove();
            if (what instanceof Said.Piece piece) {
                queuedBytes -= piece.fragment.size();
            }
            return what;
        }
    }

    private void work() {
        try {
            Said what;
            do {
                what = hear();
                takeGuarded(what);
            } while (!(what instanceof Said.End));
        } catch (InterruptedException e) {
            LOG.warn("interrupted; an open recording is closed at the next start");
            Thread.currentThread().interrupt();
        }
    }

    /** A fault of ours costs what is open, not the thread: nobody would notice that nothing is recorded any more. */
    private void takeGuarded(Said what) {
        try {
            take(what);
        } catch (RuntimeException e) {
            LOG.error("a recording is lost by a fault", e);
            file = null;
        }
    }

    private void take(Said what) {
        switch (what) {
            case Said.Format f -> {
                cutter.format(f.format);
                format = f.format;
            }
            case Said.Piece piece -> cutter.fragment(piece.fragment);
            case Said.Look said -> {
                MotionDetector.Look look = said.look;
                tally.looked(look.takenNanos(), look.moved()); // before the cutter: it may close with this very look
                cutter.looked(look.takenNanos(), look.motion());
                tally.forgetBefore(cutter.keepsFrom());
                if (said.shot != null) {
                    thumbnail.offer(look.takenNanos(), said.shot);
                }
            }
            case Said.Order order -> cutter.order(order.untilNanos);
            case Said.Interruption i -> {
                cutter.interrupted();
                // After a queue that overflowed the stream goes on with a key frame of the same format.
                if (format != null) {
                    cutter.format(format);
                }
            }
            case Said.End e -> cutter.interrupted();
        }
    }

    /** Writes what was decided. A disk that refuses costs this one recording; the next one is tried. */
    private final class Cuts implements RecordingCutter.Cuts {
        @Override
        public void begin(StreamFormat streamFormat, Fragment first) {
            RecordingDraft draft = new RecordingDraft(
                    RecordingId.fresh(),
                    first.startedAt(),
                    streamFormat.mime(),
                    streamFormat.width(),
                    streamFormat.height(),
                    settings.delivery());
            guarded(() -> {
                file = new RecordingFile(spool.begin(draft), streamFormat, first, clock);
                thumbnail.begin(draft.id(), first.firstNanos());
                LOG.info("recording {} begins", draft.id());
            });
        }

        @Override
        public void write(Fragment fragment) {
            RecordingFile open = file;
            if (open != null) {
                guarded(() -> open.write(fragment));
            }
        }

        @Override
        public void end() {
            RecordingFile open = file;
            if (open != null) {
                guarded(() -> {
                    thumbnail.end();
                    RecordingClosed closed = open.close(tally);
                    LOG.info(
                            "recording {} ends: {} ms, {} bytes",
                            closed.recording(),
                            closed.durationMs(),
                            closed.bytes());
                });
                file = null;
            }
        }

        private void guarded(Runnable work) {
            try {
                work.run();
            } catch (SpoolFault e) {
                LOG.error("a recording is lost", e);
                file = null;
            }
        }
    }
}
