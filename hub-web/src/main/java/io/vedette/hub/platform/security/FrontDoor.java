package io.vedette.hub.platform.security;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.NetworkSettings;
import io.vedette.hub.platform.config.Ip;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the server to what the settings say. The server, not the hub, opens the listener, so what was meant for loopback can
 * stand open to a network: the connection itself tells at which address it arrived and from where.
 */
@Singleton
class FrontDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final NetworkSettings network;
    private final AtomicBoolean saidWhere = new AtomicBoolean();
    private final AtomicBoolean saidWho = new AtomicBoolean();
    private final AtomicBoolean saidHow = new AtomicBoolean();

    @Inject
    FrontDoor(HubSettings settings) {
        this(settings.network());
    }

    FrontDoor(NetworkSettings network) {
        this.network = network;
    }

    boolean admits(HttpServletRequest request) {
        return admits(request.getLocalAddr(), request.getRemoteAddr(), request.isSecure());
    }

    /** @param secure whether the server's own listener ended TLS; nothing that a request says changes it */
    boolean admits(String arrivedAt, String from, boolean secure) {
        if (!rightAddress(Ip.parse(arrivedAt))) {
            if (saidWhere.compareAndSet(false, true)) {
                LOG.error(
                        "A request arrived at {}, but VEDETTE_BIND_ADDRESS is {}: it and all others there are refused."
                                + " Set the address of the server's listener, too.",
                        arrivedAt,
                        network.bind().getHostAddress());
            }
            return false;
        }
        if (knownAsker(Ip.parse(from)) || (secure && onlyByTls())) {
            return true;
        }
        if (onlyByTls()) {
            if (saidHow.compareAndSet(false, true)) {
                LOG.warn(
                        "{} asked in plain http and was refused, as others will be."
                                + " The hub's address is that of VEDETTE_PUBLIC_URL.",
                        from);
            }
        } else if (saidWho.compareAndSet(false, true)) {
            LOG.warn(
                    "{} asked the hub past its proxy and was refused, as others will be."
                            + " If it is a proxy of yours, name it in VEDETTE_TRUSTED_PROXIES.",
                    from);
        }
        return false;
    }

    /** With a certificate and no proxy before it, the hub answers everybody, but only where nobody listens in. */
    private boolean onlyByTls() {
        return network.ownCertificate() && network.trustedProxies().isEmpty();
    }

    private boolean rightAddress(Optional<InetAddress> local) {
        InetAddress bind = network.bind();
        return bind.isAnyLocalAddress()
                || local.filter(at -> at.isLoopbackAddress() || at.equals(bind)).isPresent();
    }

    /**
     * The address that asks, as far as it can be believed: what a trusted proxy says it was asked from, and no more than that.
     *
     * @param forwarded all of X-Forwarded-For; whoever asks can write what stands to the left of a proxy's own word
     */
    String asker(String from, Stream<String> forwarded) {
        String asker = from;
        List<String> hops = forwarded
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        for (String hop : hops.reversed()) {
            boolean proxy =
                    Ip.parse(asker).filter(network.trustedProxies()::contains).isPresent();
            if (!proxy || Ip.parse(hop).isEmpty()) {
                return asker;
            }
            asker = hop;
        }
        return asker;
    }

    private boolean knownAsker(Optional<InetAddress> remote) {
        return remote.filter(asker ->
                        asker.isLoopbackAddress() || network.trustedProxies().contains(asker))
                .isPresent();
    }
}
