package io.vedette.vault.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A {@link Guard} for Apache's client, which asks it at every connection. */
public final class AllowedAddresses extends SystemDefaultDnsResolver {
    private final Guard guard;

    public AllowedAddresses(Predicate<InetAddress> allowed) {
        this.guard = new Guard(allowed);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return guard.resolve(host).toArray(InetAddress[]::new);
    }
}
