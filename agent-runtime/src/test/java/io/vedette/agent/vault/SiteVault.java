package io.vedette.agent.vault;

import io.vedette.agent.config.VaultCertificate;
import io.vedette.agent.spool.Incoming;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolBudget;
import io.vedette.agent.wire.PinnedCertificate;
import io.vedette.agent.wire.VaultAddress;
import io.vedette.agent.wire.listen.Desk;
import io.vedette.agent.wire.listen.HttpListener;
import io.vedette.agent.wire.listen.ShownCertificate;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub.VaultOffer;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.link.VaultTicket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The receiving half of a vault on this machine, with its real spool and certificate, and the hub's key that signs for it. */
public final class SiteVault implements AutoCloseable {
    public final TenantId tenant = TenantId.fresh();
    public final AgentId id = AgentId.fresh();
    /** What was asked of it, in order: method and path. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private static VaultCertificate made;

    private final KeyPair hub;
    private final VaultCertificate certificate;
    private final Spool spool;
    private final Desk desk;
    private HttpListener listener;

    public SiteVault(Path home) throws IOException {
        this(home, desk -> desk);
    }

    /** @param between stands between those who ask and the vault */
    public SiteVault(Path home, UnaryOperator<Desk> between) throws IOException {
        hub = key();
        spool = Spool.openVault(home, Clock.systemUTC(), SpoolBudget.of(1 << 30));
        certificate = certificate();
        Tickets tickets = new Tickets(tenant, id, hub.getPublic().getEncoded(), new HubTime(Clock.systemUTC()));
        desk = between.apply(new Receiver(tickets, Incoming.of(spool)));
        open(0);
    }

    private void open(int port) throws IOException {
        listener = HttpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                ShownCertificate.of(certificate.key(), certificate.certificate()),
                HttpListener.Patience.USUAL,
                request -> {
                    asked.add(request.method() + " " + request.path());
                    return desk.answer(request);
                });
    }

    /** Nobody listens any more. */
    public void leaves() throws IOException {
        listener.close();
    }

    /** On the port it had. */
    public void comesBack() throws IOException {
        open(listener.port());
    }

    public Spool spool() {
        return spool;
    }

    public List<EventBody> told() {
        return spool.outbox().pending(0, 1000).stream()
                .map(FromAgent.Event::body)
                .toList();
    }

    public VaultAddress address() {
        return VaultAddress.of("https://127.0.0.1:" + listener.port(), fingerprint());
    }

    public String fingerprint() {
        try {
            return PinnedCertificate.fingerprint(certificate.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String ticket(CameraId camera, Instant until) {
        return ticket(id, camera, until);
    }

    /** Of this hub, for another vault. */
    public String ticket(AgentId vault, CameraId camera, Instant until) {
        return new VaultTicket(AgentId.fresh(), camera, until).signed(tenant, vault, this::sign);
    }

    public VaultOffer offer(CameraId camera) {
        return offer(ticket(camera, Instant.now().plusSeconds(600)));
    }

    public VaultOffer offer(String ticket) {
        return new VaultOffer(id, address().toString(), fingerprint(), ticket);
    }

    private String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(hub.getPrivate());
            signature.update(message);
            return Signatures.text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for all tests: keytool takes its time. */
    private static synchronized VaultCertificate certificate() throws IOException {
        if (made == null) {
            Path folder = Files.createTempDirectory("vault");
            made = VaultCertificate.in(folder.resolve("receiver.pem"));
            Files.delete(folder.resolve("receiver.pem"));
            Files.delete(folder);
        }
        return made;
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        spool.close();
    }
}
