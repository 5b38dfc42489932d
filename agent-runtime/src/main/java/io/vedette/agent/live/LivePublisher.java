package io.vedette.agent.live;

import io.vedette.agent.live.LiveSource.Subscription;
import io.vedette.agent.pipeline.Fragment;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.StreamFormat;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.HubSocket;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.LiveState.Phase;
import io.vedette.contracts.link.FromHub.LiveStart;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Protocol;
import io.vedette.contracts.live.LiveFormat;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.contracts.live.PublishHello;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of one live session: one socket, from the dialling to its end. Fragments arrive on the camera's thread and
 * are handed over without waiting. Every fragment offered gets the next number, also one that is left out, so that the hub
 * sees what is missing.
 */
final class LivePublisher implements HubSocket.Listener, FragmentListener {
    private static final Logger LOG = LoggerFactory.getLogger(LivePublisher.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final LiveStart start;
    private final LiveSource source;
    private final Consumer<FromAgent> hubEar;
    private final Consumer<LivePublisher> whenEnded;
    private final Lease lease;
    private final AtomicBoolean ended = new AtomicBoolean();

    private final Object turn = new Object();
    private final LiveGate gate = new LiveGate();
    private @Nullable HubSocket socket;
    private @Nullable Subscription subscription;
    private boolean published;
    private long seq;

    LivePublisher(LiveStart start, LiveSource source, Consumer<FromAgent> hubEar, Consumer<LivePublisher> whenEnded) {
        this.start = start;
        this.source = source;
        this.hubEar = hubEar;
        this.whenEnded = whenEnded;
        this.lease = new Lease(start.leaseMs(), System.nanoTime());
    }

    LiveStart start() {
        return start;
    }

    Lease lease() {
        return lease;
    }

    void dial(HubAddress hub) {
        synchronized (turn) {
            socket = HubSocket.dial(hub.socket(start.path()), Protocol.MAX_MESSAGE, CONNECT, this);
        }
    }

    @Override
    public void opened() {
        synchronized (turn) {
            say(LinkCodec.write(new PublishHello(start.session(), start.generation(), start.ticket())));
        }
        Subscription begun = source.subscribe(this);
        boolean late;
        synchronized (turn) {
            subscription = begun;
            late = ended.get();
        }
        if (late) {
            begun.close();
        }
    }

    @Override
    public void format(StreamFormat format) {
        boolean first;
        synchronized (turn) {
            say(LinkCodec.write(new LiveFormat(format.mime(), format.width(), format.height())));
            binary(new LiveFrame(LiveFrame.Kind.INIT, false, 0, 0, format.init()));
            gate.restarted();
            first = !published && !ended.get();
            published = true;
        }
        if (first) {
            tell(Phase.PUBLISHING, null);
        }
    }

    @Override
    public void fragment(Fragment fragment) {
        synchronized (turn) {
            seq++;
            HubSocket open = socket;
            if (open == null || ended.get() || !gate.admits(fragment.key(), open.queued(), System.nanoTime())) {
                return;
            }
            if (fragment.size() + LiveFrame.HEADER > LiveFrame.MAX_MESSAGE) {
                gate.broken();
                return;
            }
            long millis = fragment.capturedAt().toEpochMilli();
            binary(new LiveFrame(LiveFrame.Kind.FRAGMENT, fragment.key(), seq, millis, fragment.bytes()));
        }
    }

    @Override
    public void text(String message) {
        LOG.debug("the hub says nothing on a publishing socket, but: {} characters", message.length());
    }

    @Override
    public void closed(int code, String reason) {
        boolean refused;
        synchronized (turn) {
            refused = !published || (code >= 4400 && code < 4500);
        }
        end(refused ? Phase.REFUSED : Phase.ENDED, reason.isBlank() ? "the socket closed, code " + code : reason);
    }

    /** Ends it now, once; what is queued is thrown away. */
    void end(Phase phase, String reason) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        @Nullable Subscription heard;
        @Nullable HubSocket open;
        long left;
        synchronized (turn) {
            heard = subscription;
            open = socket;
            left = gate.skipped();
        }
        if (heard != null) {
            heard.close();
        }
        if (open != null) {
            open.abort();
        }
        LOG.info("live session {} ends: {}; {} fragments were left out", start.session(), reason, left);
        whenEnded.accept(this);
        tell(phase, reason);
    }

    private void tell(Phase phase, @Nullable String reason) {
        hubEar.accept(new FromAgent.LiveState(start.session(), start.generation(), phase, reason));
    }

    private void say(String message) {
        HubSocket open = socket;
        if (open != null && open.send(message)) {
            gate.sent(message.length(), System.nanoTime());
        }
    }

    private void binary(LiveFrame frame) {
        HubSocket open = socket;
        ByteBuffer message = frame.encode();
        int size = message.remaining();
        if (open != null && open.send(message)) {
            gate.sent(size, System.nanoTime());
        }
    }
}
