package io.vedette.hub.livestream;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The upgrade of a viewer's socket. A browser sends the session's cookie with sockets that any site opens, so the origin
 * must be our own. Hands the session on in the connection's own properties; holds nothing itself, as one object may serve
 * every connection.
 */
public class ViewerHandshake extends ServerEndpointConfig.Configurator {
    private static final String SESSION = "vedette.httpSession";

    @Override
    public boolean checkOrigin(@Nullable String origin) {
        return ours(CDI.current().select(HubSettings.class).get().publicUrl(), origin);
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (request.getHttpSession() instanceof HttpSession session) {
            config.getUserProperties().put(SESSION, session);
        }
    }

    /** The session that came with the upgrade. */
    static Optional<HttpSession> session(EndpointConfig config) {
        return Optional.ofNullable((HttpSession) config.getUserProperties().get(SESSION));
    }

    /** Whether an Origin header (RFC 6454, section 7) names the hub itself; a missing one does not. */
    static boolean ours(URI publicUrl, @Nullable String origin) {
        return origin != null && origin.toLowerCase(Locale.ROOT).equals(origin(publicUrl));
    }

    private static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() == -1 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + url.getPort());
    }
}
