package io.vedette.hub.audit;

import io.vedette.hub.platform.config.HubSettings.AuditSettings.Webhook;
import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.outside.WebhookSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells an address the heads, signed: whoever receives them knows that this hub sent them, and when. */
final class HeadWebhook {
    static final String SIGNATURE = WebhookSignature.HEADER;

    private final Webhook settings;
    private final GuardedCall call;

    HeadWebhook(Webhook settings, GuardedCall call) {
        this.settings = settings;
        this.call = call;
    }

    void send(List<HeadLine> heads, Instant now) throws IOException {
        String body = heads.stream().map(HeadLine::json).collect(Collectors.joining(",", "{\"heads\":[", "]}"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = WebhookSignature.of(settings.key(), bytes, now);
        int status =
                call.post(settings.address(), Map.of("Content-Type", "application/json", SIGNATURE, signature), bytes);
        if (status < 200 || status > 299) {
            throw new IOException("the webhook answered " + status);
        }
    }
}
