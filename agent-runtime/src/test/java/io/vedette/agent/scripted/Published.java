package io.vedette.agent.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.live.LiveFormat;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.contracts.live.PublishHello;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One publishing socket as the hub saw it, checked as it came. */
public final class Published {
    private final List<LiveFrame> frames = new CopyOnWriteArrayList<>();
    private volatile PublishHello hello;
    private volatile LiveFormat format;
    private volatile boolean closed;

    public PublishHello hello() {
        return hello;
    }

    public LiveFormat format() {
        return format;
    }

    public List<LiveFrame> frames() {
        return List.copyOf(frames); // more may come while somebody looks
    }

    public boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    List<String> text(String text) {
        try {
            if (hello == null) {
                hello = LinkCodec.json().readValue(text, PublishHello.class);
            } else {
                format = LinkCodec.json().readValue(text, LiveFormat.class);
            }
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of("a publisher said " + text);
        }
    }

    List<String> binary(ByteBuffer message) {
        LiveFrame frame = LiveFrame.decode(ByteBuffer.wrap(copy(message)));
        List<String> complaints = new ArrayList<>();
        if (format == null) {
            complaints.add("pictures before a format");
        }
        boolean first = frames.isEmpty();
        if (first != (frame.kind() == LiveFrame.Kind.INIT) && first) {
            complaints.add("a fragment before the initialisation segment");
        }
        if (!first && frame.kind() == LiveFrame.Kind.FRAGMENT) {
            LiveFrame last = frames.getLast();
            if (last.kind() == LiveFrame.Kind.INIT && !frame.key()) {
                complaints.add("the first fragment is no key frame");
            }
            if (frame.seq() <= last.seq()) {
                complaints.add("fragment " + frame.seq() + " after " + last.seq());
            }
            if (frame.seq() > last.seq() + 1 && !frame.key()) {
                complaints.add("a gap that does not end at a key frame");
            }
        }
        frames.add(frame);
        return complaints;
    }

    private static byte[] copy(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return bytes;
    }
}
