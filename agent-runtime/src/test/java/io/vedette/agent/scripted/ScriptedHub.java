package io.vedette.agent.scripted;

import com.sun.net.httpserver.HttpServer;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.contracts.link.VaultTicket;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;

/** The whole scripted hub behind one address on this machine. */
public final class ScriptedHub implements AutoCloseable {
    private final ScriptedKey key = new ScriptedKey();
    private final ScriptedSockets sockets = new ScriptedSockets(key);
    private final ScriptedIntake intake = new ScriptedIntake(key);
    private final HttpServer http;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final OnePort port;

    public ScriptedHub() throws IOException, InterruptedException {
        sockets.start();
        if (!sockets.started.await(10, TimeUnit.SECONDS)) {
            throw new IOException("the scripted hub does not start");
        }
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        http.createContext("/", intake::serve);
        http.setExecutor(workers);
        http.start();
        port = new OnePort(sockets.getPort(), http.getAddress().getPort());
    }

    public HubAddress address() {
        return HubAddress.of("http://127.0.0.1:" + port.port());
    }

    // --- pairing

    public PairingToken token() {
        TenantId tenant = TenantId.fresh();
        PairingToken token = PairingToken.fresh(tenant, new SecureRandom());
        intake.tokens.put(
                token.reveal(),
                new PairingAnswer(tenant, AgentId.fresh(), CameraId.fresh(), "Front door", key.publicKey(), ""));
        return token;
    }

    /** For the vault of a site. */
    public PairingToken vaultToken() {
        TenantId tenant = TenantId.fresh();
        PairingToken token = PairingToken.fresh(tenant, new SecureRandom());
        intake.vaultTokens.put(
                token.reveal(),
                new VaultPairingAnswer(
                        tenant, AgentId.fresh(), UUID.randomUUID(), "Depot", "Cellar", key.publicKey(), ""));
        return token;
    }

    public VaultPairingAnswer vaultAnswerTo(PairingToken token) {
        return intake.vaultTokens.get(token.reveal());
    }

    /** What an agent shows to that vault. */
    public String ticket(VaultPairingAnswer vault, CameraId camera, Instant until) {
        return new VaultTicket(AgentId.fresh(), camera, until).signed(vault.tenant(), vault.vault(), key::sign);
    }

    public PairingAnswer answerTo(PairingToken token) {
        return intake.tokens.get(token.reveal());
    }

    /** The key the token was spent on; null when it was not. */
    public String keyBoundBy(PairingToken token) {
        return intake.boundKeys.get(token.reveal());
    }

    public void answersPairingWith(int status) {
        intake.pairingStatus = status;
    }

    /** From now on it shows one key and proves another. */
    public void lies() {
        ScriptedKey another = new ScriptedKey();
        intake.key = another;
        sockets.key = another;
    }

    // --- control

    public String key() {
        return key.publicKey();
    }

    /** Ends every connection right after the hello, with this code and these words. */
    public void endsHellosWith(int code, String words) {
        sockets.endsHellosWith = code;
        sockets.endsHellosSaying = words;
    }

    public void knows(AgentId agent, String publicKey) {
        sockets.keys.put(agent.toString(), publicKey);
    }

    /** The one key it knows this agent by. */
    public String keyOf(AgentId agent) {
        return sockets.keys.get(agent.toString());
    }

    public void renewsKeys(Renewals how) {
        sockets.renews = how;
    }

    public void say(FromHub message) {
        sockets.say(message);
    }

    public List<FromAgent> heard() {
        return sockets.heard;
    }

    public <T extends FromAgent> List<T> heard(Class<T> kind) {
        return sockets.heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<FromAgent.Event> kept() {
        return sockets.kept;
    }

    public int welcomes() {
        return sockets.welcomes.get();
    }

    public int mostUnanswered() {
        return sockets.mostUnanswered.get();
    }

    public void answersEvents(boolean yes) {
        sockets.answersEvents = yes;
    }

    public void heartbeatMs(int period) {
        sockets.heartbeatMs = period;
    }

    public void answersHeartbeats(boolean yes) {
        sockets.answersHeartbeats = yes;
    }

    public boolean online() {
        return !sockets.welcomed().isEmpty();
    }

    public void cutLines() {
        port.cutAll();
    }

    public List<String> complaints() {
        return java.util.stream.Stream.concat(sockets.complaints.stream(), intake.complaints.stream())
                .toList();
    }

    // --- live

    public List<Published> published() {
        return sockets.published;
    }

    /** False stops the hub from reading pictures until it is told true again. */
    public void readsPublished(boolean yes) {
        if (yes) {
            sockets.gate.release();
        } else {
            sockets.gate.acquireUninterruptibly();
        }
    }

    // --- uploads

    public FromHub.UploadGrant grant(RecordingId recording, long length, int chunk, boolean onDemand) {
        UploadId upload = UploadId.fresh();
        String path = "/uploads/" + upload;
        intake.uploads.put(path, new ScriptedIntake.Expected(length, chunk, "first"));
        return new FromHub.UploadGrant(upload, recording, path, "first", onDemand, chunk, null);
    }

    /** The same, and its parts may go straight to the store of {@link #parts}. */
    public FromHub.UploadGrant grantStraight(RecordingId recording, long length, int chunk) {
        FromHub.UploadGrant grant = grant(recording, length, chunk, true);
        return new FromHub.UploadGrant(
                grant.upload(), recording, grant.path(), grant.ticket(), true, chunk, grant.priority(), true);
    }

    public ScriptedParts parts() {
        return intake.parts;
    }

    /** The same of another priority. */
    public static FromHub.UploadGrant withPriority(FromHub.UploadGrant grant, UploadPriority priority) {
        return new FromHub.UploadGrant(
                grant.upload(),
                grant.recording(),
                grant.path(),
                grant.ticket(),
                priority.awaited(),
                grant.chunkBytes(),
                priority);
    }

    /** For a recording whose length nobody knows yet. */
    public FromHub.UploadGrant grantGrowing(RecordingId recording, int chunk) {
        return grant(recording, -1, chunk, false);
    }

    /** It is closed, and the hub has heard of it. */
    public void knowsLength(FromHub.UploadGrant grant, long length) {
        intake.uploads.get(grant.path()).length = length;
    }

    /** From now on only this ticket is good for it. */
    public FromHub.UploadGrant regrant(FromHub.UploadGrant old, String ticket) {
        intake.uploads.get(old.path()).ticket = ticket;
        return new FromHub.UploadGrant(
                old.upload(), old.recording(), old.path(), ticket, old.onDemand(), old.chunkBytes(), old.priority());
    }

    public void expectsTicket(FromHub.UploadGrant grant, String ticket) {
        intake.uploads.get(grant.path()).ticket = ticket;
    }

    public void answersWith(FromHub.UploadGrant grant, int status) {
        intake.uploads.get(grant.path()).answersWith = status;
    }

    /** From now on each PATCH of it is answered rightly, and what it brought is lost. */
    public void forgets(FromHub.UploadGrant grant) {
        intake.uploads.get(grant.path()).forgets = true;
    }

    /** From now on so many bytes are left of it after a PATCH from an offset. */
    public void keeps(FromHub.UploadGrant grant, LongUnaryOperator bytes) {
        intake.uploads.get(grant.path()).keeps = bytes;
    }

    /** How many requests of it were answered with a fixed status. */
    public int asked(FromHub.UploadGrant grant) {
        return intake.uploads.get(grant.path()).asked.get();
    }

    public byte[] received(FromHub.UploadGrant grant) {
        return intake.uploads.get(grant.path()).content();
    }

    public int receivedBytes(FromHub.UploadGrant grant) {
        return intake.uploads.get(grant.path()).size();
    }

    /** Paths of the PATCH requests, in the order in which they came. */
    public List<String> patched() {
        return List.copyOf(intake.patched);
    }

    public byte[] thumbnail(String path) {
        return intake.thumbnails.get(path);
    }

    /** From now on each 4 KB of a PATCH needs a permit. */
    public Semaphore slow() {
        Semaphore pace = new Semaphore(0);
        intake.pace = pace;
        return pace;
    }

    public void cutRequestsAfter(long bytes) {
        port.cutAfter(bytes);
    }

    public long requestBytes() {
        return port.received();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (intake.pace != null) {
            intake.pace.release(1 << 20);
        }
        port.close();
        http.stop(0);
        intake.parts.close();
        workers.shutdownNow();
        sockets.stop(1000);
    }
}
