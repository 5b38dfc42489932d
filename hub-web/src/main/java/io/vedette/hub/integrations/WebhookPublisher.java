package io.vedette.hub.integrations;

import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.outside.WebhookSignature;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Posts each event as it is (CloudEvents 1.0.2, HTTP binding, structured mode), signed as the heads of the audit log are. */
final class WebhookPublisher implements EventPublisher {
    private final WebhookSettings settings;
    private final GuardedCall outside;
    private final Set<InetAddress> local;
    private final Clock clock;

    /** @param local where it may be told without TLS */
    WebhookPublisher(WebhookSettings settings, GuardedCall outside, Set<InetAddress> local, Clock clock) {
        this.settings = settings;
        this.outside = outside;
        this.local = local;
        this.clock = clock;
    }

    @Override
    public void publish(OutgoingEvent event) {
        byte[] body = event.bytes();
        String signature = WebhookSignature.of(settings.key(), body, clock.instant());
        int status;
        try {
            requireTls();
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

    /** What a camera saw, and when, is nobody's business on the way. */
    private void requireTls() throws IOException {
        boolean plain = "http".equals(settings.address().getScheme());
        if (plain && !local.contains(InetAddress.getByName(settings.address().getHost()))) {
            throw new EventFault(Kind.REFUSED, "without https only addresses are told that the operator has named");
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
