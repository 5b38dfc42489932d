package io.vedette.hub.livestream.relay;

import io.vedette.contracts.live.LiveFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A viewer's end that takes everything at once and notes it. Acknowledges only when told. */
final class Screen implements FragmentSink {
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<Long> seqs = new CopyOnWriteArrayList<>();
    volatile String closed = "";
    volatile boolean blocked;
    private volatile ByteBuffer last = ByteBuffer.allocate(0);

    @Override
    public void send(ByteBuffer message, Done done) {
        LiveFrame frame = LiveFrame.decode(message);
        seqs.add(frame.kind() == LiveFrame.Kind.INIT ? 0 : frame.seq());
        last = message;
        if (!blocked) {
            done.done(true);
        }
    }

    @Override
    public void sendText(String text, Done done) {
        texts.add(text);
        done.done(true);
    }

    @Override
    public void close(int code, String reason) {
        closed = code + " " + reason;
    }

    ByteBuffer last() {
        return last;
    }

    String state() {
        return texts.stream()
                .filter(text -> text.startsWith("{\"state\""))
                .reduce((before, after) -> after)
                .orElse("");
    }
}
