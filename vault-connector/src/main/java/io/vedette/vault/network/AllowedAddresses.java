package io.vedette.vault.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Asked at every connection, so a name that points elsewhere later is asked again. Of a name's addresses, all have to be allowed. */
public final class AllowedAddresses extends SystemDefaultDnsResolver {
    private final Predicate<InetAddress> allowed;

    public AllowedAddresses(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = super.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) {
                throw new UnknownHostException(host + " leads to an address that may not be reached from here");
            }
        }
        return addresses;
    }
}
