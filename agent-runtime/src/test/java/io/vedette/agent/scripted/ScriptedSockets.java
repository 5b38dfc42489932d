package io.vedette.agent.scripted;

import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.LinkCodec.UnreadableMessage;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Protocol;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The hub's two kinds of socket: control and publishing. */
final class ScriptedSockets extends WebSocketServer {
    final Map<String, String> keys = new ConcurrentHashMap<>();
    final List<FromAgent> heard = new CopyOnWriteArrayList<>();
    final List<FromAgent.Event> kept = new CopyOnWriteArrayList<>();
    final List<Published> published = new CopyOnWriteArrayList<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();
    final AtomicLong acknowledgedTo = new AtomicLong();
    final AtomicInteger welcomes = new AtomicInteger();
    final AtomicInteger mostUnanswered = new AtomicInteger();
    final CountDownLatch started = new CountDownLatch(1);
    volatile int heartbeatMs = 200;
    volatile boolean answersHeartbeats = true;
    volatile boolean answersEvents = true;
    /** Whoever holds it keeps the hub from reading pictures. */
    final Semaphore gate = new Semaphore(1);

    private final Map<WebSocket, FromAgent.Hello> hellos = new ConcurrentHashMap<>();
    private final Map<WebSocket, String> nonces = new ConcurrentHashMap<>();
    private final Set<WebSocket> welcomed = ConcurrentHashMap.newKeySet();
    private final Set<WebSocket> everWelcomed = ConcurrentHashMap.newKeySet();
    private final Map<WebSocket, Published> publishing = new ConcurrentHashMap<>();

    volatile ScriptedKey key;
    volatile Renewals renews = Renewals.AND_SAYS_SO;
    volatile int endsHellosWith;
    volatile String endsHellosSaying = "";

    ScriptedSockets(ScriptedKey key) {
        super(new InetSocketAddress("127.0.0.1", 0), 1);
        this.key = key;
        setReuseAddr(true);
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    Set<WebSocket> welcomed() {
        return welcomed;
    }

    void say(FromHub message) {
        welcomed.forEach(agent -> agent.send(LinkCodec.write(message)));
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket agent, ClientHandshake handshake) {
        String path = handshake.getResourceDescriptor();
        if (path.equals(Protocol.CONTROL_PATH)) {
            String nonce = "nonce-" + nonces.size() + "-" + System.nanoTime();
            nonces.put(agent, nonce);
        } else if (path.startsWith("/live/")) {
            Published begun = new Published();
            publishing.put(agent, begun);
            published.add(begun);
        } else {
            complaints.add("a socket to " + path);
            agent.close(4400);
        }
    }

    @Override
    public void onMessage(WebSocket agent, String text) {
        Published live = publishing.get(agent);
        if (live != null) {
            complaints.addAll(live.text(text));
            return;
        }
        try {
            FromAgent message = LinkCodec.fromAgent(text).orElseThrow();
            boolean begins = message instanceof FromAgent.Call || message instanceof FromAgent.Hello;
            if (!begins && !everWelcomed.contains(agent)) {
                complaints.add("spoke before it was welcome: " + message);
            }
            heard.add(message);
            answer(agent, message);
        } catch (UnreadableMessage e) {
            complaints.add(e.getMessage());
            agent.close(4400);
        }
    }

    @Override
    public void onMessage(WebSocket agent, ByteBuffer binary) {
        Published live = publishing.get(agent);
        if (live == null) {
            complaints.add("bytes on the control socket");
        } else {
            gate.acquireUninterruptibly();
            gate.release();
            complaints.addAll(live.binary(binary));
        }
    }

    @Override
    public void onClose(WebSocket agent, int code, String reason, boolean remote) {
        welcomed.remove(agent);
        Published live = publishing.get(agent); // stays: what was read before the end may be decoded after it
        if (live != null) {
            live.close();
        }
    }

    @Override
    public void onError(WebSocket agent, Exception fault) {
        // what matters is told by onClose
    }

    private void answer(WebSocket agent, FromAgent message) {
        switch (message) {
            case FromAgent.Call call -> {
                String nonce = nonces.get(agent);
                String proof = key.sign(Proof.hub(call.tenant(), call.nonce(), nonce));
                reply(agent, new FromHub.Challenge(nonce, proof));
            }
            case FromAgent.Hello hello -> welcome(agent, hello);
            case FromAgent.Heartbeat beat
            when answersHeartbeats -> reply(agent, new FromHub.HeartbeatAck(beat.seq(), Instant.now()));
            case FromAgent.Event event -> keep(agent, event);
            case FromAgent.RenewKey renewal -> renew(agent, renewal);
            default -> {}
        }
    }

    private void welcome(WebSocket agent, FromAgent.Hello hello) {
        String nonce = nonces.get(agent);
        if (nonce == null || !signed(hello, nonce)) {
            agent.close(4401, "unknown agent");
            return;
        }
        if (endsHellosWith != 0) {
            agent.close(endsHellosWith, endsHellosSaying);
            return;
        }
        hellos.put(agent, hello);
        welcomed.add(agent);
        everWelcomed.add(agent);
        int epoch = welcomes.incrementAndGet();
        reply(agent, new FromHub.Welcome(epoch, Instant.now(), heartbeatMs, acknowledgedTo.get()));
    }

    private void renew(WebSocket agent, FromAgent.RenewKey renewal) {
        FromAgent.Hello hello = hellos.get(agent);
        String known = keys.get(hello.agent().toString());
        byte[] claim = Proof.renewal(hello.tenant(), hello.agent(), nonces.get(agent), known, renewal.publicKey());
        if (!verifies(known, claim, renewal.signature()) || !verifies(renewal.publicKey(), claim, renewal.proof())) {
            complaints.add("a renewal that is not signed by both keys");
            return;
        }
        if (renews == Renewals.NOT) {
            agent.close(1001, "died before it kept the key");
            return;
        }
        keys.put(hello.agent().toString(), renewal.publicKey());
        if (renews == Renewals.IN_SILENCE) {
            agent.close(1001, "died before it said so");
            return;
        }
        byte[] done = Proof.renewed(hello.tenant(), hello.agent(), renewal.publicKey());
        reply(agent, new FromHub.KeyRenewed(renewal.publicKey(), key.sign(done)));
    }

    private boolean signed(FromAgent.Hello hello, String nonce) {
        String key = keys.get(hello.agent().toString());
        return key != null
                && verifies(key, Proof.hello(hello.tenant(), hello.agent(), nonce, hello.life()), hello.signature());
    }

    static boolean verifies(String key, byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getUrlDecoder().decode(key))));
            check.update(message);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private void keep(WebSocket agent, FromAgent.Event event) {
        if (event.seq() <= acknowledgedTo.get()) {
            reply(agent, new FromHub.EventsAck(acknowledgedTo.get()));
            return;
        }
        if (!answersEvents) {
            long unanswered =
                    heard.stream().filter(FromAgent.Event.class::isInstance).count();
            mostUnanswered.accumulateAndGet((int) unanswered, Math::max);
            return;
        }
        if (event.seq() != acknowledgedTo.get() + 1) {
            complaints.add("event " + event.seq() + " out of order");
        }
        kept.add(event);
        acknowledgedTo.set(event.seq());
        reply(agent, new FromHub.EventsAck(event.seq()));
    }

    private static void reply(WebSocket agent, FromHub message) {
        try {
            agent.send(LinkCodec.write(message));
        } catch (WebsocketNotConnectedException e) {
            // the line was cut meanwhile: then the answer is lost, as it would be in the field
        }
    }
}
