package io.vedette.hub.platform.web;

import java.util.OptionalInt;

/**
 * The one table of what can go wrong towards a client: HTTP status (RFC 9110), WebSocket close code (RFC 6455, section 7.4.2:
 * 4000 and up are ours) and the key of the words for people ({@code problem.<name>.title} and {@code .detail}).
 */
public enum Problem {
    INVALID(400, 4400),
    SIGN_IN(401, 4401),
    SESSION_ENDED(401, 4401),
    NOT_SAVED(401, 4401),
    TOKEN_REFUSED(401, 4401),
    MISSING_RIGHT(403, 4403),
    OUTSIDE_HOURS(403, 4403),
    SUSPENDED(403, 4403),
    NO_SEAT(403, 4403),
    FORGED(403, 4403),
    PAIRING_REFUSED(403, 4403),
    NOT_FOUND(404, 4404),
    METHOD(405, 4400),
    NOT_ACCEPTABLE(406, 4400),
    CONFLICT(409, 4409),
    QUOTA(409, 4402),
    ON_HOLD(409, 4409),
    LEAVING(409, 4409),
    NOT_IN_VAULT(409, 4409),
    GONE(410, 4410),
    CHANGED(412, 4409),
    TOO_LARGE(413, 1009),
    UNSUPPORTED(415, 4400),
    MISDIRECTED(421, 4403),
    UNUSABLE(422, 4400),
    NO_VERSION(428, 4400),
    TOO_MANY(429, 4429),
    TOO_SLOW(408, 4408),
    FAULT(500, 1011),
    AGENT_OFFLINE(409, 4404),
    LOGIN_UNFINISHED(400, 4400),
    NO_TENANT(403, 4403),
    STORE_AWAY(503, 1013, 30),
    LOGIN_DOWN(503, 1013, 10),
    DATABASE_DOWN(503, 1013, 5),
    STOPPING(503, 1001, 15);

    private final int status;
    private final int closeCode;
    private final int retryAfterSeconds;

    Problem(int status, int closeCode) {
        this(status, closeCode, 0);
    }

    Problem(int status, int closeCode, int retryAfterSeconds) {
        this.status = status;
        this.closeCode = closeCode;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** For what the server or JAX-RS refuses with a status alone. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> SIGN_IN;
            case 403 -> MISSING_RIGHT;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TOO_SLOW;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED;
            case 422 -> UNUSABLE;
            default -> status >= 400 && status < 500 ? INVALID : FAULT;
        };
    }

    public int status() {
        return status;
    }

    public int closeCode() {
        return closeCode;
    }

    /** When it is worth asking again; empty when asking again would change nothing. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }

    /** The stable name in problem documents and message keys: {@code missing-right}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
