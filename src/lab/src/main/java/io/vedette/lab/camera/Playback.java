package io.vedette.lab.camera;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one client what is due, on a thread of its own. Writing blocks while the client does not read; when it reads again and
 * more than a second and a half was missed, it goes on with the next key frame, as with a camera that drops.
 */
final class Playback {
    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST_LATE = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long REPORT_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final List<TrackFeed> feeds;
    private final LoopClock clock;
    private final Gate gate;
    private final MediaOutput output;
    private final Supplier<Mischief> mischiefs;
    private final List<Media> sizes;
    private final SpoiledMedia media = new SpoiledMedia(new Random(5));
    private final long began;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private boolean over;

    /** @param sizes tracks of pictures that the first feed may change to */
    Playback(
            List<TrackFeed> feeds,
            LoopClock clock,
            Gate gate,
            MediaOutput output,
            Supplier<Mischief> mischiefs,
            List<Media> sizes) {
        this.feeds = feeds;
        this.clock = clock;
        this.gate = gate;
        this.output = output;
        this.mischiefs = mischiefs;
        this.sizes = sizes;
        this.began = clock.elapsed();
        catchUp();
    }

    /** All tracks of a client begin at one moment: that of the next key frame. */
    private void catchUp() {
        long start = clock.elapsed();
        for (TrackFeed feed : feeds) { // the picture comes first and decides
            feed.seek(start);
            start = Math.max(start, feed.due());
        }
    }

    void run() {
        try {
            report();
            long nextReport = clock.elapsed() + REPORT_EVERY;
            while (true) {
                TrackFeed feed = feeds.stream()
                        .min(Comparator.comparingLong(TrackFeed::due))
                        .orElseThrow();
                if (endsBefore(feed.due())) {
                    return;
                }
                gate.pass();
                if (clock.elapsed() - feed.due() > MOST_LATE) {
                    LOG.debug("a client missed pictures and goes on with the next key frame");
                    catchUp();
                    continue;
                }
                if (!send(feed)) {
                    return;
                }
                if (clock.elapsed() >= nextReport) {
                    report();
                    nextReport += REPORT_EVERY;
                }
            }
        } catch (IOException e) {
            LOG.debug("a client is gone: {}", e.getMessage());
            output.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the camera hangs up instead. */
    private boolean send(TrackFeed feed) throws IOException {
        Mischief mischief = mischiefs.get();
        if (mischief == Mischief.FLAPS && clock.elapsed() - began > SECOND) {
            output.close();
            return false;
        }
        if (mischief == Mischief.SIZE_CHANGES && feed == feeds.getFirst()) {
            feed.change(sizes.get((int) (clock.elapsed() / (4 * SECOND) % sizes.size())));
        }
        output.write(media.spoil(mischief, feed.take(), clock.elapsed()));
        return true;
    }

    private void report() throws IOException {
        if (mischiefs.get() == Mischief.NO_REPORTS) {
            return;
        }
        for (TrackFeed feed : feeds) {
            long now = clock.elapsed();
            output.write(feed.sender().report(clock.wallAt(now), now));
        }
    }

    /** Waits for a moment of the endless clock; true when the playback is ended before. */
    private boolean endsBefore(long moment) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = moment - clock.elapsed(); !over && left > 0; left = moment - clock.elapsed()) {
                long unused = ended.awaitNanos(left);
            }
            return over;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
