package io.vedette.hub.platform.metrics;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who may read the figures: no person and no program of a tenant's, but whoever the operator gave the one token. */
@Singleton
public class MetricsToken {
    /** Exactly this; what else lies below it is the server's own and closed. */
    public static final String PATH = "/metrics";

    private static final String ADMITTED = "vedette.metrics";

    private final Optional<Secret> wanted;

    @Inject
    MetricsToken(HubSettings settings) {
        this(settings.metricsToken());
    }

    MetricsToken(Optional<Secret> wanted) {
        this.wanted = wanted;
    }

    /** Whether there is such a page at all. */
    public boolean isSet() {
        return wanted.isPresent();
    }

    /** Compares in the same time whatever was given, and remembers for this request that it may go on. */
    public boolean admits(HttpServletRequest request, String given) {
        boolean right = right(given);
        if (right) {
            request.setAttribute(ADMITTED, true);
        }
        return right;
    }

    boolean right(String given) {
        return wanted.filter(secret -> MessageDigest.isEqual(secret.bytes(), given.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** The address alone proves nothing: it can be written in more ways than one. */
    static boolean admitted(HttpServletRequest request) {
        return request.getAttribute(ADMITTED) != null;
    }
}
