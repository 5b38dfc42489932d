package io.vedette.hub.vaults.accounts;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.vault.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The half of a key pair that is no secret: {@code vdv_<tenant>_<account>} in lower-case hex. The tenant's id tells where to look
 * for it, as nobody is signed in then.
 */
public record AccessKey(TenantId tenant, VaultAccountId account) {
    private static final String BEGINS = "vdv_";
    private static final Pattern FORM = Pattern.compile(BEGINS + "([0-9a-f]{32})_([0-9a-f]{32})");
    private static final int SECRET_BYTES = 32;

    /** Empty for what is none. */
    public static Optional<AccessKey> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new AccessKey(new TenantId(uuid(form.group(1))), new VaultAccountId(uuid(form.group(2)))))
                : Optional.empty();
    }

    public String text() {
        return BEGINS + hex(tenant.value()) + "_" + hex(account.value());
    }

    /** The other half: 256 random bits. */
    static Secret freshSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Secret(HexFormat.of().formatHex(secret));
    }

    /** All that is kept of a script's secret. It is random: nobody guesses it from its hash, and no salt is needed. */
    static byte[] hash(Secret secret) {
        return Sha256.computing().digest(secret.bytes());
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
