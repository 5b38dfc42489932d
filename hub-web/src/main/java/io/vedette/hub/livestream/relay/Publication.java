package io.vedette.hub.livestream.relay;

import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.live.LiveFormat;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.hub.platform.web.Problem;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What one publisher sends on its one socket, checked for its order and size and passed on. A publisher that is wrong, or
 * no longer the session's, has its socket closed. Messages come one after the other.
 */
public final class Publication {
    private static final int MOST_INIT = 64 * 1024;
    private static final int MOST_PIXELS = 16_384;

    private final LiveSession session;
    private final PublisherSocket socket;
    private @Nullable String format;
    private boolean begun;
    private long seq;

    Publication(LiveSession session, PublisherSocket socket) {
        this.session = session;
        this.socket = socket;
    }

    /** The stream's format; its initialisation segment must be next. */
    public void format(LiveFormat told) {
        boolean fine = told.mime().startsWith("video/mp4")
                && told.mime().length() <= 200
                && told.mime().chars().allMatch(c -> c >= ' ' && c < 0x7f)
                && inRange(told.width())
                && inRange(told.height());
        if (!fine) {
            close(Problem.INVALID, "not a format");
            return;
        }
        format = LinkCodec.write(told);
        begun = false;
    }

    /** One binary message, header and all. The array belongs to the relay from now on. */
    public void frame(byte[] bytes) {
        if (bytes.length > LiveFrame.MAX_MESSAGE) {
            close(Problem.TOO_LARGE, "larger than a message may be");
            return;
        }
        ByteBuffer message = ByteBuffer.wrap(bytes);
        try {
            LiveFrame frame = LiveFrame.decode(message);
            switch (frame.kind()) {
                case INIT -> init(message);
                case FRAGMENT -> fragment(frame, message);
            }
        } catch (IllegalArgumentException e) {
            close(Problem.INVALID, "not a live frame");
        }
    }

    /** The socket is gone. */
    public void closed() {
        session.dropped(this);
    }

    private void init(ByteBuffer message) {
        if (format == null || begun || message.remaining() > MOST_INIT) {
            close(Problem.INVALID, "an initialisation segment out of place");
            return;
        }
        begun = true;
        pass(session.begin(this, format, message));
    }

    private void fragment(LiveFrame frame, ByteBuffer message) {
        if (!begun || frame.seq() <= seq) {
            close(Problem.INVALID, "a fragment out of place");
            return;
        }
        seq = frame.seq();
        pass(session.fragment(this, Fragment.of(frame, message)));
    }

    private void pass(boolean taken) {
        if (!taken) {
            close(Problem.CONFLICT, "a newer publisher is here");
        }
    }

    private static boolean inRange(int pixels) {
        return pixels > 0 && pixels <= MOST_PIXELS;
    }

    private void close(Problem problem, String reason) {
        socket.close(problem.closeCode(), reason);
    }

    /** The hub wants no more of it; no fault of the publisher's. */
    void dismiss(String reason) {
        socket.close(1000, reason);
    }
}
