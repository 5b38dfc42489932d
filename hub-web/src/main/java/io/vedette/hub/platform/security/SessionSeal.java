package io.vedette.hub.platform.security;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second secret that a signed-in session's requests must bring. The container's own session id is part clock and part
 * address, with less than the 128 random bits asked for (ASVS 5.0, 7.2.3), and the container leaves out its SameSite: this
 * cookie, made at the sign-in, has 192 random bits, SameSite, and over TLS the prefix that binds it to this host
 * (RFC 6265bis, section 4.1.3).
 */
@Singleton
class SessionSeal {
    private static final String ATTRIBUTE = "vedette.seal";
    private static final String NAME = "vedette-seal";
    private final boolean tls;

    @Inject
    SessionSeal(HubSettings settings) {
        this("https".equals(settings.publicUrl().getScheme()));
    }

    SessionSeal(boolean tls) {
        this.tls = tls;
    }

    /** Keeps the seal in the session; returns the value of the {@code Set-Cookie} header for the browser. */
    String put(HttpSession session, String seal) {
        session.setAttribute(ATTRIBUTE, seal);
        return cookie(seal);
    }

    /** Not Strict: the way back from the provider's login page must bring it. */
    String cookie(String seal) {
        return name() + "=" + seal + "; Path=/; HttpOnly; SameSite=Lax" + (tls ? "; Secure" : "");
    }

    /** For a browser whose session is over. */
    String forgotten() {
        return cookie("") + "; Max-Age=0";
    }

    /** Whether the browser was signed in, be it still so or not. */
    boolean brought(Cookie @Nullable [] cookies) {
        return cookies != null
                && Stream.of(cookies)
                        .anyMatch(cookie -> cookie.getName().equals(name())
                                && !cookie.getValue().isEmpty());
    }

    boolean unbroken(HttpServletRequest request, HttpSession session) {
        try {
            return unbroken(request.getCookies(), session.getAttribute(ATTRIBUTE));
        } catch (IllegalStateException e) {
            return false; // invalidated meanwhile
        }
    }

    boolean unbroken(Cookie @Nullable [] cookies, @Nullable Object kept) {
        return cookies != null
                && kept instanceof String seal
                && Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .anyMatch(cookie -> MessageDigest.isEqual(bytes(cookie.getValue()), bytes(seal)));
    }

    private String name() {
        return tls ? "__Host-" + NAME : NAME;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
