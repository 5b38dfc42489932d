package io.vedette.agent;

import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.config.VaultCertificate;
import io.vedette.agent.config.VaultConfig;
import io.vedette.agent.link.HubLink;
import io.vedette.agent.link.Identity;
import io.vedette.agent.spool.Incoming;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolBudget;
import io.vedette.agent.spool.SpoolUpkeep;
import io.vedette.agent.upload.SendRates;
import io.vedette.agent.upload.Throttle;
import io.vedette.agent.upload.Uploads;
import io.vedette.agent.vault.HubTime;
import io.vedette.agent.vault.Receiver;
import io.vedette.agent.vault.Tickets;
import io.vedette.agent.wire.listen.HttpListener;
import io.vedette.agent.wire.listen.ShownCertificate;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.Signatures;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running vault of a site: an agent whose recordings come from the other agents instead of a camera. Taking them does not
 * depend on the hub; the receiver is started before the link, which tells where it is, and stopped first.
 */
final class EdgeVault implements Edge {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeVault.class);

    private final VaultConfig config;
    private final Clock clock = Clock.systemUTC();
    private final RandomGenerator random = new SecureRandom();
    private final Parts parts = new Parts();
    private final HubTime hubTime = new HubTime(clock);
    private volatile @Nullable HubLink link;

    private EdgeVault(VaultConfig config) {
        this.config = config;
    }

    /**
     * Starts everything; when one part refuses, those before it are stopped again.
     *
     * @throws IOException with a sentence, when there is no certificate or the address to listen at is taken
     */
    static EdgeVault start(VaultConfig config, KeyRing keys, FromAgent.Life life, AgentHome home) throws IOException {
        EdgeVault vault = new EdgeVault(config);
        try {
            vault.start(keys, life, home);
            return vault;
        } catch (IOException | RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    private void start(KeyRing keys, FromAgent.Life life, AgentHome home) throws IOException {
        Optional<VaultCertificate> certificate =
                config.secure() ? Optional.of(VaultCertificate.in(home.certificateFile())) : Optional.empty();
        FromAgent.VaultOpen open = new FromAgent.VaultOpen(
                config.address().toString(),
                certificate.isPresent() ? certificate.get().fingerprint() : null);
        VaultConfig.Keep keep = config.keep();
        Spool spool =
                Spool.openVault(home.folder(), clock, new SpoolBudget(keep.bytes(), keep.age(), keep.freeBytes()));
        parts.push("spool", spool);
        parts.push("upkeep", SpoolUpkeep.of(spool));
        HttpListener receiver = receiver(spool, certificate);

        Throttle throttle = new Throttle(SendRates.ofKbit(config.kbitPerSecond(), 0), () -> false, System::nanoTime);
        Uploads uploads = Uploads.open(config.hub(), spool, throttle, this::say, random);
        Identity identity = new Identity(
                config.hub(), config.tenant(), config.vault(), keys, config.hubKey(), life, AgentVersion.current());
        HubLink.Parts linked = new HubLink.Parts(
                identity,
                spool.outbox(),
                () -> SpoolVitals.of(spool, CameraState.CONNECTING, Duration.ZERO),
                clock,
                random);
        HubLink opened = HubLink.open(linked, order -> heed(order, uploads, open));
        link = opened;
        say(open); // should the welcome have been quicker than this

        // stopped from the last to the first: first nobody brings any more, and the link says goodbye after the uploads
        parts.push("link", opened);
        parts.push("uploads", uploads);
        parts.push("receiver", receiver);
        LOG.info("agents are listened to at {}, and find it at {}", config.listen(), config.address());
    }

    private HttpListener receiver(Spool spool, Optional<VaultCertificate> certificate) throws IOException {
        byte[] hubKey = Signatures.key(config.hubKey()).orElseThrow();
        Tickets tickets = new Tickets(config.tenant(), config.vault(), hubKey, hubTime);
        ShownCertificate shown = certificate.isPresent()
                ? ShownCertificate.of(certificate.get().key(), certificate.get().certificate())
                : null;
        try {
            return HttpListener.open(
                    config.listen().socket(),
                    shown,
                    HttpListener.Patience.USUAL,
                    new Receiver(tickets, Incoming.of(spool)));
        } catch (IOException e) {
            throw new IOException("nobody can listen at " + config.listen() + ": " + e.getMessage(), e);
        }
    }

    private void heed(FromHub order, Uploads uploads, FromAgent.VaultOpen open) {
        switch (order) {
            case FromHub.Welcome welcome -> {
                hubTime.told(welcome.serverTime());
                say(open);
            }
            case FromHub.UploadGrant grant -> uploads.told(grant);
            case FromHub.UploadCancel cancel -> uploads.told(cancel);
            case FromHub.UploadStored stored -> uploads.told(stored);
            case FromHub.ThumbnailGrant t -> LOG.debug("thumbnails are sent by those who made them");
            case FromHub.LiveStart l -> LOG.debug("a vault has no camera");
            case FromHub.LiveExtend l -> LOG.debug("a vault has no camera");
            case FromHub.LiveStop l -> LOG.debug("a vault has no camera");
            case FromHub.RecordOrder r -> LOG.debug("a vault has no camera");
            case FromHub.VaultOffer o -> LOG.debug("a vault brings nothing to another");
            case FromHub.VaultShut s -> LOG.debug("a vault brings nothing to another");
            case FromHub.Challenge c -> LOG.debug("a challenge is the link's business");
            case FromHub.HeartbeatAck a -> LOG.debug("heartbeats are the link's business");
            case FromHub.EventsAck a -> LOG.debug("events are the link's business");
            case FromHub.KeyDue d -> LOG.debug("keys are the link's business");
            case FromHub.KeyRenewed r -> LOG.debug("keys are the link's business");
            case FromHub.Bye b -> LOG.debug("a goodbye is the link's business");
        }
    }

    private void say(FromAgent message) {
        HubLink now = link;
        if (now == null || !now.say(message)) {
            LOG.debug("the hub does not hear {}", message);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
