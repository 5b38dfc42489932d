package io.vedette.contracts.pairing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vedette.contracts.id.TenantId;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A one-time secret that lets one agent join one tenant: {@code vdp1.<tenant>.<128 random bits, base64url>}.
 * Shown once to the owner, stored by the hub as a hash only.
 */
public final class PairingToken {
    private static final Pattern FORM = Pattern.compile("vdp1\\.([0-9a-f-]{36})\\.([A-Za-z0-9_-]{22})");
    private static final int SECRET_BYTES = 16;

    private final TenantId tenant;
    private final byte[] secret;

    private PairingToken(TenantId tenant, byte[] secret) {
        this.tenant = tenant;
        this.secret = secret;
    }

    public static PairingToken fresh(TenantId tenant, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new PairingToken(tenant, secret);
    }

    /** Throws {@link IllegalArgumentException} with a sentence for people when the text is no token. */
    @JsonCreator
    public static PairingToken of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "This is not a pairing token. It begins with vdp1. and is shown once in the hub: copy all of it.");
        }
        return new PairingToken(
                TenantId.of(form.group(1)), Base64.getUrlDecoder().decode(form.group(2)));
    }

    public TenantId tenant() {
        return tenant;
    }

    /** The random part, for hashing. A copy. */
    public byte[] secret() {
        return secret.clone();
    }

    /** The whole token in clear: for the one screen that shows it and the one request that spends it. */
    @JsonValue
    public String reveal() {
        return "vdp1." + tenant + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairingToken that && tenant.equals(that.tenant) && Arrays.equals(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return tenant.hashCode();
    }

    @Override
    public String toString() {
        return "PairingToken[tenant=" + tenant + ", secret=***]";
    }
}
