package io.vedette.hub.platform.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser brings back from the provider (RFC 6749, section 4.1.2), as far as it counts. */
record Brought(@Nullable String state, @Nullable String code) {
    /**
     * Parameters that come twice are none: two readers could pick different ones (RFC 6749, section 3.1). A return that names
     * another issuer than ours is of no sign-in of ours (RFC 9207, section 2.4), and one that names an error brings no code.
     */
    static Brought of(List<String> state, List<String> code, List<String> issuer, List<String> error, URI ours) {
        if (!issuer.isEmpty() && !ours.toString().equals(only(issuer))) {
            return new Brought(null, null);
        }
        return new Brought(only(state), error.isEmpty() ? only(code) : null);
    }

    private static @Nullable String only(List<String> values) {
        return values.size() == 1 ? values.getFirst() : null;
    }

    @Override
    public String toString() {
        return "Brought";
    }
}
