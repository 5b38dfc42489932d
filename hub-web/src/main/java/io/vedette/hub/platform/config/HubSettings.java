package io.vedette.hub.platform.config;

import io.vedette.contracts.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything an operator can set. Read once at the start; see {@link HubSetting} for names and meaning.
 *
 * @param publicUrl the address people and agents use, without a path
 * @param vault folder where recordings lie
 * @param agentFile the runnable agent that the hub hands out
 * @param metricsToken what opens the hub's figures; empty when nobody may see them
 * @param logFormat how the hub writes on standard output
 * @param audit where the heads of audit logs are published
 * @param mail the server that takes the hub's own mails; empty when it sends none
 */
public record HubSettings(
        URI publicUrl,
        NetworkSettings network,
        DatabaseSettings database,
        LoginSettings login,
        Secret ticketKey,
        StoreSettings stores,
        Path vault,
        Path agentFile,
        Optional<Secret> metricsToken,
        LogFormat logFormat,
        AuditSettings audit,
        Optional<MailSettings> mail) {

    /** Whether its address leads nowhere from any other machine, such as a phone. */
    public boolean onlyThisMachine() {
        return Ip.thisMachine(publicUrl);
    }

    /**
     * Where the hub may be asked, and by whom.
     *
     * @param trustedProxies end TLS in front of the hub
     * @param ownCertificate the hub's listener ends TLS itself; without it and without proxies the bind address is loopback
     */
    public record NetworkSettings(InetAddress bind, Set<InetAddress> trustedProxies, boolean ownCertificate) {
        public NetworkSettings {
            trustedProxies = Set.copyOf(trustedProxies);
        }
    }

    /** Two roles: the owner migrates and makes partitions, the hub's own works and owns nothing. */
    public record DatabaseSettings(String url, String user, Secret password, String ownerUser, Secret ownerPassword) {}

    /**
     * Where the heads of audit logs are published.
     *
     * @param file each hour a line for each tenant
     * @param mailTo each hour a mail with the same lines
     */
    public record AuditSettings(Optional<Path> file, Optional<Webhook> webhook, List<String> mailTo) {
        public static final AuditSettings NOWHERE = new AuditSettings(Optional.empty(), Optional.empty(), List.of());

        public AuditSettings {
            mailTo = List.copyOf(mailTo);
        }

        /**
         * An address that is told, in words that only we can sign.
         *
         * @param local addresses that are not public and may be asked nevertheless
         */
        public record Webhook(URI address, Secret key, Set<InetAddress> local) {
            public Webhook {
                local = Set.copyOf(local);
            }
        }
    }

    /**
     * The mail server.
     *
     * @param user empty when nobody signs in there
     */
    public record MailSettings(String host, int port, String from, Tls tls, String user, Secret password) {
        /** How it is spoken with; without TLS only on this machine. */
        public enum Tls {
            STARTTLS,
            TLS,
            NONE
        }
    }

    /**
     * Where recordings are kept, beside the folder.
     *
     * @param local addresses that are not public and may be asked nevertheless
     * @param keepFree of the folder's disk; empty: nothing is deleted to make room
     */
    public record StoreSettings(Secret sealKey, Set<InetAddress> local, Optional<KeepFree> keepFree) {
        public StoreSettings {
            local = Set.copyOf(local);
        }
    }

    /** The identity provider and this hub's client there. */
    public record LoginSettings(URI issuer, String clientId, Secret clientSecret) {}
}
