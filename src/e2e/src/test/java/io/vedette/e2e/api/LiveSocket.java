package io.vedette.e2e.api;

import io.vedette.contracts.live.LiveFrame;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A viewer of live pictures without a browser: reads and acknowledges as a page does, or never reads at all. */
public final class LiveSocket implements WebSocket.Listener, AutoCloseable {
    private final boolean reads;
    private final List<Long> fragments = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final StringBuilder partialText = new StringBuilder();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private final AtomicLong bytes = new AtomicLong();
    private volatile int closeCode;
    private volatile @Nullable WebSocket socket;

    private LiveSocket(boolean reads) {
        this.reads = reads;
    }

    /** Opens the socket of a camera; a refusal may also come as a close right after it. */
    public static LiveSocket watch(HubApi api, String tenant, String camera) {
        return open(api, tenant, camera, true);
    }

    /** Opens the socket and never takes a byte from it. */
    public static LiveSocket stare(HubApi api, String tenant, String camera) {
        return open(api, tenant, camera, false);
    }

    private static LiveSocket open(HubApi api, String tenant, String camera, boolean reads) {
        LiveSocket viewer = new LiveSocket(reads);
        viewer.socket =
                api.socket("/t/" + tenant + "/socket/live/" + camera, viewer).join();
        return viewer;
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partialText.append(data);
        if (last) {
            texts.add(partialText.toString());
            partialText.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        this.bytes.addAndGet(bytes.length);
        partial.writeBytes(bytes);
        if (last) {
            LiveFrame frame = LiveFrame.decode(ByteBuffer.wrap(partial.toByteArray()));
            partial.reset();
            if (frame.kind() == LiveFrame.Kind.FRAGMENT) {
                fragments.add(frame.seq());
            }
            // one send at a time is all the client allows
            sent = sent.thenCompose(done -> from.sendText("{\"ack\":" + frame.seq() + "}", true));
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        closeCode = closeCode == 0 ? 1006 : closeCode; // RFC 6455, section 7.4.1: ended without a close frame
    }

    /** Lets one that only stared read what has been waiting for it. */
    public void wake() {
        Optional.ofNullable(socket).ifPresent(open -> open.request(1));
    }

    /** How many bytes of pictures came. */
    public long bytes() {
        return bytes.get();
    }

    /** The numbers of the fragments that came, in order of arrival. */
    public List<Long> fragments() {
        return List.copyOf(fragments);
    }

    /** What the hub said in words: formats, states, skips. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public OptionalInt closeCode() {
        return closeCode == 0 ? OptionalInt.empty() : OptionalInt.of(closeCode);
    }

    @Override
    public void close() {
        Optional.ofNullable(socket).ifPresent(WebSocket::abort);
    }
}
