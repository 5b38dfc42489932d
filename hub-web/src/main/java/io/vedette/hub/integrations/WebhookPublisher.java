package io.vedette.hub.integrations;

import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.outside.WebhookSignature;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/** Posts each event as it is (CloudEvents 1.0.2, HTTP binding, structured mode), signed as the heads of the audit log are. */
final class WebhookPublisher implements EventPublisher {
    private final WebhookSettings settings;
    private final GuardedCall outside;
    private final Clock clock;

    WebhookPublisher(WebhookSettings settings, GuardedCall outside, Clock clock) {
        this.settings = settings;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public void publish(OutgoingEvent event) {
        byte[] body = event.bytes();
        String signature = WebhookSignature.of(settings.key(), body, clock.instant());
        int status;
        try {
            status = outside.post(
                    settings.address(),
                    Map.of("Content-Type", event.contentType(), WebhookSignature.HEADER, signature),
                    body);
        } catch (IOException e) {
            throw EventFault.of(Kind.BROKEN, "the webhook was not reached", e);
        }
        if (status < 200 || status > 299) {
            throw new EventFault(kind(status), "the webhook answered " + status);
        }
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403, 407 -> Kind.REFUSED;
            case 404, 405, 410, 301, 302, 303, 307, 308 -> Kind.ABSENT;
            case 413 -> Kind.TOO_LARGE;
            case 400, 415, 422 -> Kind.UNFIT;
            case 429, 503 -> Kind.THROTTLED;
            default -> Kind.BROKEN;
        };
    }

    /** An address says what it takes only when it is given something: there is nothing to look at. */
    @Override
    public void check() {}

    @Override
    public void close() {}
}
