package io.vedette.vault.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/** Looks up names, and gives only addresses that may be reached. To be asked at every connection: a name may lead elsewhere later. */
public final class Guard {
    private final Predicate<InetAddress> allowed;

    public Guard(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** @throws UnknownHostException there is no such name, or one of its addresses is not allowed */
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return require(host, InetAddress.getAllByName(host));
    }

    /** The same for addresses that were looked up already. */
    public List<InetAddress> require(String host, InetAddress... addresses) throws UnknownHostException {
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) {
                throw new UnknownHostException(host + " leads to an address that may not be reached from here");
            }
        }
        return List.of(addresses);
    }
}
