package io.vedette.hub.livestream.relay;

import io.vedette.hub.platform.web.Problem;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One viewer: a position in the ring, a window of what it has not acknowledged, one send under way. It has no queue of its
 * own: who falls behind goes on at the newest key frame, and costs nobody else anything. Safe for several threads.
 */
public final class LiveViewer {
    private final Object lock;
    private final Feed feed;
    private final FragmentSink sink;
    private final LongSupplier ticker;
    private final Consumer<LiveViewer> whenLeft;
    private final SentWindow window = new SentWindow();

    private @Nullable ViewerState told;
    private @Nullable ViewerState toTell;
    private long formatSent;
    private long initSent;
    private long position;
    private boolean needsKey = true;
    private boolean begun;
    private long toldSkipped;
    private long skipped;
    private boolean busy;
    private long busySince;
    private boolean pumping;
    private boolean again;
    private boolean over;

    /** The lock is the session's: it guards the feed and this viewer alike. */
    LiveViewer(Object lock, Feed feed, FragmentSink sink, LongSupplier ticker, Consumer<LiveViewer> whenLeft) {
        this.lock = lock;
        this.feed = feed;
        this.sink = sink;
        this.ticker = ticker;
        this.whenLeft = whenLeft;
    }

    /** The viewer says it has everything up to and with this number (0 is the initialisation segment). */
    public void acked(long seq) {
        synchronized (lock) {
            window.acked(seq, ticker.getAsLong());
        }
        pump();
    }

    /** The connection is gone. */
    public void leave() {
        synchronized (lock) {
            over = true;
        }
        whenLeft.accept(this);
    }

    /** Ends it from this side, once. */
    public void close(int code, String reason) {
        boolean first;
        synchronized (lock) {
            first = !over;
            over = true;
        }
        if (first) {
            sink.close(code, reason);
            whenLeft.accept(this);
        }
    }

    /** Fragments this viewer was not sent because it did not keep up. */
    public long skipped() {
        synchronized (lock) {
            return skipped;
        }
    }

    /** Bytes sent and not acknowledged. */
    public long underWay() {
        synchronized (lock) {
            return window.bytes();
        }
    }

    /** Nanoseconds for which the viewer has owed an acknowledgement. */
    long silence() {
        synchronized (lock) {
            return window.silence(ticker.getAsLong());
        }
    }

    /** Called by the session under its lock; {@link #pump} follows outside of it. */
    void tell(ViewerState state) {
        toTell = state == told ? null : state;
    }

    /** A key frame is at this position. Called under the lock: who is full goes on there. */
    void keyArrived(long key) {
        boolean behind =
                begun && !needsKey && position < key && position >= feed.ring().first();
        if (behind && !window.open(feed.ring().at(position).size(), ticker.getAsLong())) {
            jump(key);
        }
    }

    /** Closes a viewer that neither reads nor answers. */
    void tick() {
        boolean dead;
        synchronized (lock) {
            long now = ticker.getAsLong();
            dead = window.silence(now) > SentWindow.LIFE_SIGN || (busy && now - busySince > SentWindow.LIFE_SIGN);
        }
        if (dead) {
            close(Problem.TOO_SLOW.closeCode(), "does not keep up");
        }
    }

    /** Sends what may be sent now. Never called with the lock held; the sink may answer from within a send. */
    void pump() {
        synchronized (lock) {
            if (pumping) {
                again = true;
                return;
            }
            pumping = true;
        }
        Optional<Runnable> send = next();
        while (send.isPresent()) {
            send.get().run();
            send = next();
        }
    }

    private Optional<Runnable> next() {
        synchronized (lock) {
            Optional<Runnable> send;
            do {
                again = false;
                send = busy || over ? Optional.empty() : choose();
            } while (send.isEmpty() && again);
            pumping = send.isPresent();
            if (send.isPresent()) {
                busy = true;
                busySince = ticker.getAsLong();
            }
            return send;
        }
    }

    private void done(boolean written) {
        synchronized (lock) {
            busy = false;
        }
        if (written) {
            pump();
        } else {
            close(Problem.FAULT.closeCode(), "could not be written");
        }
    }

    private Optional<Runnable> choose() {
        if (toTell != null) {
            told = toTell;
            toTell = null;
            return text(told.text());
        }
        Feed.Intro intro = feed.intro().orElse(null);
        if (intro == null) {
            return Optional.empty();
        }
        if (formatSent != intro.number()) {
            formatSent = intro.number();
            needsKey = true;
            begun = false;
            return text(intro.format());
        }
        if (initSent != intro.number()) {
            return bytes(0, intro.init(), () -> initSent = intro.number());
        }
        return fragment();
    }

    private Optional<Runnable> fragment() {
        GopRing ring = feed.ring();
        needsKey |= position < ring.first();
        OptionalLong key = ring.newestKey();
        if (key.isPresent() && (!begun || (needsKey && key.getAsLong() >= position))) {
            jump(key.getAsLong());
            needsKey = false;
        }
        if (needsKey || position >= ring.end()) {
            return Optional.empty();
        }
        Fragment fragment = ring.at(position);
        if (toldSkipped < skipped && window.open(fragment.size(), ticker.getAsLong())) {
            long missed = skipped - toldSkipped;
            toldSkipped = skipped;
            return text(ViewerState.skip(missed));
        }
        return bytes(fragment.seq(), fragment.message(), () -> {
            position++;
            begun = true;
        });
    }

    private void jump(long key) {
        if (begun) {
            skipped += key - position;
        }
        position = key;
    }

    private Optional<Runnable> text(String text) {
        return Optional.of(() -> sink.sendText(text, this::done));
    }

    private Optional<Runnable> bytes(long seq, ByteBuffer message, Runnable whenChosen) {
        long now = ticker.getAsLong();
        if (!window.open(message.remaining(), now)) {
            return Optional.empty();
        }
        window.sent(seq, message.remaining(), now);
        whenChosen.run();
        return Optional.of(() -> sink.send(message.duplicate(), this::done));
    }
}
