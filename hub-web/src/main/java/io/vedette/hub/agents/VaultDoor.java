package io.vedette.hub.agents;

import io.vedette.contracts.link.FromAgent.VaultOpen;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the agents of a site bring recordings, as its vault says. The hub never goes there itself.
 *
 * @param fingerprint of its certificate, SHA-256, base64url; empty on its own machine
 */
public record VaultDoor(String address, Optional<String> fingerprint) {
    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String FINGERPRINT = "[A-Za-z0-9_-]{43}";

    /** Empty for what no agent should go to. */
    static Optional<VaultDoor> of(VaultOpen said) {
        return Optional.of(new VaultDoor(said.address(), Optional.ofNullable(said.fingerprint())))
                .filter(VaultDoor::good);
    }

    private boolean good() {
        try {
            URI uri = URI.create(address);
            boolean bare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && Set.of("", "/").contains(uri.getRawPath());
            boolean pinned = "https".equals(uri.getScheme())
                    && fingerprint.filter(print -> print.matches(FINGERPRINT)).isPresent();
            return bare && (pinned || ("http".equals(uri.getScheme()) && fingerprint.isEmpty() && here(uri)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean here(URI uri) {
        return OWN_MACHINE.contains(uri.getHost());
    }
}
