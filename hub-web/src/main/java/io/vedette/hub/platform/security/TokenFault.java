package io.vedette.hub.platform.security;

import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.ExpiredJWTException;

/** What is wrong with a token, for the log: in words of ours, as the library's quote what is in it, and it may be anything. */
final class TokenFault {
    private TokenFault() {}

    static String of(Exception fault) {
        return switch (fault) {
            case java.text.ParseException unreadable -> "it cannot be read";
            case ExpiredJWTException over -> "it is over";
            case BadJWTException claims ->
                "its claims are not those of a token for the hub (issuer, audience, times, subject)";
            case BadJWSException signature -> "its signature does not fit";
            default ->
                "its type, its algorithm or its key is not one that the hub takes ("
                        + fault.getClass().getSimpleName() + ")";
        };
    }
}
