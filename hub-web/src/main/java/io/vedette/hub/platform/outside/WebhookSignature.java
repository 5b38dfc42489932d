package io.vedette.hub.platform.outside;

import io.vedette.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who receives a post knows by it that this hub sent it, and when. */
public final class WebhookSignature {
    public static final String HEADER = "X-Vedette-Signature";

    private WebhookSignature() {}

    /** {@code t=<seconds>,v1=<hex>}: HMAC with SHA-256 over time and body, so that neither can be put with another. */
    public static String of(Secret key, byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
