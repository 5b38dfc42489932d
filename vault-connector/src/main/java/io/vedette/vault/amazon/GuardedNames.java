package io.vedette.vault.amazon;

import io.vedette.vault.net.Guard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Asked at every connection, so a name that points elsewhere later is asked again. */
public final class GuardedNames extends SystemDefaultDnsResolver {
    private final Guard guard;

    public GuardedNames(Predicate<InetAddress> allowed) {
        this.guard = new Guard(allowed);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return guard.resolve(host).toArray(InetAddress[]::new);
    }
}
