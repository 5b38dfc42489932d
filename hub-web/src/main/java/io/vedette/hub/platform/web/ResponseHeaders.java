package io.vedette.hub.platform.web;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that every answer carries, errors and media included. Private unless a resource says otherwise. */
@Singleton
public class ResponseHeaders {
    private static final String A_YEAR_BY_TLS_ALONE = "max-age=31536000";

    private final String policy;
    private final boolean tls;

    @Inject
    ResponseHeaders(HubSettings settings) {
        this.tls = "https".equals(settings.publicUrl().getScheme());
        // the provider may be the target of a form: signing out is a POST that is sent on to it
        String provider = settings.login().issuer().getScheme() + "://"
                + settings.login().issuer().getAuthority();
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                + "media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self' " + provider
                + "; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";
    }

    public void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (tls) {
            response.setHeader("Strict-Transport-Security", A_YEAR_BY_TLS_ALONE);
        }
    }
}
