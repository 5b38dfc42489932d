package io.vedette.hub.livestream.relay;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent.LiveState;
import io.vedette.contracts.live.LiveFormat;
import io.vedette.contracts.live.LiveFrame;
import io.vedette.contracts.live.PublishHello;
import io.vedette.hub.agents.AgentRef;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A relay with time that only moves when told, one camera, and its agent, which notes what it is asked. */
final class Stage implements AgentLine {
    static final LiveFormat FORMAT = new LiveFormat("video/mp4; codecs=\"avc1.4d4028\"", 1920, 1080);

    final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    final AgentRef agent = new AgentRef(TenantId.fresh(), AgentId.fresh(), CameraId.fresh());
    final List<String> asked = new ArrayList<>();
    final List<String> publisherClosed = new ArrayList<>();
    boolean connected = true;
    LiveSessionId session = LiveSessionId.fresh();
    Relay relay = relay(new Relay.Limits(100, 512L * 1024 * 1024));

    Relay relay(Relay.Limits limits) {
        relay = new Relay(this, nanos::get, () -> 0.5, limits);
        return relay;
    }

    @Override
    public boolean start(AgentRef to, LiveSessionId session, int generation) {
        if (connected) {
            this.session = session;
            asked.add("start " + generation);
        }
        return connected;
    }

    @Override
    public void extend(AgentRef to, LiveSessionId session) {
        asked.add("extend");
    }

    @Override
    public void stop(AgentRef to, LiveSessionId session) {
        asked.add("stop");
    }

    /** Lets time pass as the hub does, tick by tick. */
    void pass(Duration time) {
        long end = nanos.get() + time.toNanos();
        while (nanos.get() < end) {
            nanos.addAndGet(Math.min(Duration.ofMillis(250).toNanos(), end - nanos.get()));
            relay.tick();
        }
    }

    LiveViewer watch(FragmentSink sink) {
        return relay.watch(new WatchedCamera(agent.tenant(), agent.camera()), Optional.of(agent), false, sink)
                .orElseThrow();
    }

    void says(int generation, LiveState.Phase phase) {
        relay.said(agent, new LiveState(session, generation, phase, null));
    }

    Relay.Admission hello(int generation) {
        return relay.publish(
                agent,
                new PublishHello(session, generation, "checked before"),
                (code, reason) -> publisherClosed.add(generation + ": " + code));
    }

    /** A publisher that has said its format. */
    Publication published(int generation) {
        Publication publication = ((Relay.Admission.Admitted) hello(generation)).publication();
        publication.format(FORMAT);
        publication.frame(init());
        return publication;
    }

    static byte[] init() {
        return frame(LiveFrame.Kind.INIT, false, 0, 900);
    }

    static byte[] fragment(boolean key, long seq, int size) {
        return frame(LiveFrame.Kind.FRAGMENT, key, seq, size);
    }

    private static byte[] frame(LiveFrame.Kind kind, boolean key, long seq, int size) {
        byte[] payload = new byte[size - LiveFrame.HEADER];
        java.util.Arrays.fill(payload, (byte) seq);
        return new LiveFrame(kind, key, seq, 0, ByteBuffer.wrap(payload))
                .encode()
                .array();
    }
}
