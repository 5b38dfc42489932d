package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.security.TokenDoor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token in clear: {@code vdt_<tenant>_<id>_<256 random bits>}, all in lower-case hex, so that one token has one spelling.
 * The tenant's id tells where to look for it, as nobody is signed in then.
 */
public final class TokenText {
    private static final Pattern FORM =
            Pattern.compile(TokenDoor.BEGINS + "([0-9a-f]{32})_([0-9a-f]{32})_([0-9a-f]{64})");
    private static final int SECRET_BYTES = 32;

    private final TenantId tenant;
    private final PersonalTokenId id;
    private final byte[] secret;

    private TokenText(TenantId tenant, PersonalTokenId id, byte[] secret) {
        this.tenant = tenant;
        this.id = id;
        this.secret = secret;
    }

    static TokenText fresh(TenantId tenant, PersonalTokenId id, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new TokenText(tenant, id, secret);
    }

    /** Empty for what is no token; nothing of the text is said anywhere. */
    static Optional<TokenText> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new TokenText(
                        new TenantId(uuid(form.group(1))),
                        new PersonalTokenId(uuid(form.group(2))),
                        HexFormat.of().parseHex(form.group(3))))
                : Optional.empty();
    }

    TenantId tenant() {
        return tenant;
    }

    PersonalTokenId id() {
        return id;
    }

    /** All that is kept of the secret. It has 256 random bits: nobody guesses it from its hash, and no salt is needed. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The whole token: for the one answer that shows it. */
    public String reveal() {
        return TokenDoor.BEGINS + hex(tenant.value()) + "_" + hex(id.value()) + "_"
                + HexFormat.of().formatHex(secret);
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    @Override
    public String toString() {
        return "TokenText[tenant=" + tenant + ", id=" + id + ", secret=***]";
    }
}
