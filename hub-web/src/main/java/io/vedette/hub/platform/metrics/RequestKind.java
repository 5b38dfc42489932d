package io.vedette.hub.platform.metrics;

import java.util.Locale;

/** What a request is about, as coarse as a label must be. */
enum RequestKind {
    PAGE,
    API,
    MEDIA,
    /** What agents send: thumbnails, recordings. */
    INTAKE,
    SOCKET,
    ASSET,
    /** Of supervisors: health, figures. */
    PROBE;

    static RequestKind of(String path) {
        if (path.startsWith("/api/")) {
            return API;
        }
        if (path.startsWith("/assets/") || path.startsWith("/swagger/") || path.startsWith("/get/")) {
            return ASSET;
        }
        if (path.startsWith("/intake/") || path.startsWith("/kerberos/")) {
            return INTAKE;
        }
        if (path.startsWith("/ws/") || path.contains("/socket/")) {
            return SOCKET;
        }
        if (path.startsWith("/health/") || path.equals(MetricsToken.PATH)) {
            return PROBE;
        }
        return path.contains("/media/") ? MEDIA : PAGE;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
