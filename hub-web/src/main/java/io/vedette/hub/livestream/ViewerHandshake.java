package io.vedette.hub.livestream;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.log.LogContext;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.security.StandingSignIn;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The upgrade of a viewer's socket. A browser sends the session's cookie with sockets that any site opens, and says which
 * site that is, so a session counts only with our own origin. A program brings a token, which no site can make a browser
 * send, and no origin. Hands on who asks in the connection's own properties; holds nothing itself, as one object may serve
 * every connection.
 */
public class ViewerHandshake extends ServerEndpointConfig.Configurator {
    private static final String WHO = "vedette.who";

    private record Who(Supplier<Optional<Person>> now, boolean token, String address) {}

    @Override
    public boolean checkOrigin(@Nullable String origin) {
        return origin == null || ours(publicUrl(), origin);
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        var signIns = CDI.current().select(StandingSignIn.class).get();
        var token = signIns.ofToken(all(request, "Authorization"));
        Supplier<Optional<Person>> who =
                token.orElseGet(() -> all(request, "Origin").stream().anyMatch(origin -> ours(publicUrl(), origin))
                                && request.getHttpSession() instanceof HttpSession session
                        ? signIns.of(session)
                        : Optional::empty);
        config.getUserProperties().put(WHO, new Who(who, token.isPresent(), LogContext.asker()));
    }

    /** Who asked for the upgrade, whenever it is asked. */
    static Supplier<Optional<Person>> who(EndpointConfig config) {
        return config.getUserProperties().get(WHO) instanceof Who who ? who.now() : Optional::empty;
    }

    /** As whom the audit log knows them. */
    static Doer doer(EndpointConfig config, Person person) {
        return config.getUserProperties().get(WHO) instanceof Who who
                ? new Doer(person.kind(who.token()), person.subject(), person.actsAs(), who.address())
                : new Doer(Doer.Kind.PERSON, person.subject(), person.actsAs(), "");
    }

    private static URI publicUrl() {
        return CDI.current().select(HubSettings.class).get().publicUrl();
    }

    /** The map of a handshake's headers reads names in any case (Jakarta WebSocket, HandshakeRequest). */
    private static List<String> all(HandshakeRequest request, String header) {
        return request.getHeaders().getOrDefault(header, List.of());
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
