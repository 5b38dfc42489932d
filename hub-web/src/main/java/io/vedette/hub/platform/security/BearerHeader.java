package io.vedette.hub.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The {@code Authorization} header of a program (RFC 6750, section 2.1), and what the answer to a bad one says (section 3). */
final class BearerHeader {
    static final String CHALLENGE = "Bearer realm=\"vedette\"";
    static final String BAD_TOKEN = CHALLENGE + ", error=\"invalid_token\"";
    private static final String SCHEME = "Bearer ";

    private BearerHeader() {}

    /** The token; empty when the request brings none. Two headers are a token that nobody accepts: readers could differ. */
    static Optional<String> token(HttpServletRequest request) {
        return token(Collections.list(request.getHeaders("Authorization")));
    }

    static Optional<String> token(List<String> headers) {
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .findFirst()
                .map(header ->
                        headers.size() == 1 ? header.substring(SCHEME.length()).strip() : "");
    }
}
