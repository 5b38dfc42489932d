package io.vedette.example;

import io.vedette.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether a post comes from the hub, and was sent just now: somebody who heard one must not be able to send it next week. */
public final class Signature {
    static final String HEADER = "X-Vedette-Signature";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final Secret key;
    private final Clock clock;

    public Signature(Secret key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @param header {@code t=<seconds>,v1=<hex>}; null when there is none */
    public boolean fits(@Nullable String header, byte[] body) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        boolean now = Duration.between(sent, clock.instant()).abs().compareTo(OLDEST) <= 0;
        byte[] right = hmac(parts.group(1), body);
        return MessageDigest.isEqual(right, HexFormat.of().parseHex(parts.group(2)))
                && now; // takes as long for any wrong one
    }

    private byte[] hmac(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
