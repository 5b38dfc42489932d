package io.vedette.hub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A secret of the session that a foreign site cannot read: forms send it as {@code csrf}, scripts as {@code X-CSRF-Token}. */
public final class CsrfToken {
    public static final String HEADER = "X-CSRF-Token";
    public static final String FIELD = "csrf";
    private static final String ATTRIBUTE = "vedette.csrf";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CsrfToken() {}

    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    static boolean right(HttpServletRequest request, @Nullable String given) {
        HttpSession session = request.getSession(false);
        return given != null
                && session != null
                && session.getAttribute(ATTRIBUTE) instanceof String known
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
