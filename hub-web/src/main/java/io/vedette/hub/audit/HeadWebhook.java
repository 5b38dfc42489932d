package io.vedette.hub.audit;

import io.vedette.hub.platform.config.HubSettings.AuditSettings.Webhook;
import io.vedette.hub.platform.outside.GuardedCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells an address the heads, signed: whoever receives them knows that this hub sent them, and when. */
final class HeadWebhook {
    static final String SIGNATURE = "X-Vedette-Signature";

    private final Webhook settings;
    private final GuardedCall call;

    HeadWebhook(Webhook settings, GuardedCall call) {
        this.settings = settings;
        this.call = call;
    }

    void send(List<HeadLine> heads, Instant now) throws IOException {
        String body = heads.stream().map(HeadLine::json).collect(Collectors.joining(",", "{\"heads\":[", "]}"));
        int status = call.post(
                settings.address(),
                Map.of("Content-Type", "application/json", SIGNATURE, signature(body, now.getEpochSecond())),
                body.getBytes(StandardCharsets.UTF_8));
        if (status < 200 || status > 299) {
            throw new IOException("the webhook answered " + status);
        }
    }

    /** Over time and body, so that neither can be put with another. */
    private String signature(String body, long seconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.key().reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
