package io.vedette.hub.integrations;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.outside.Reachable;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.kafka.KafkaPublisher;
import io.vedette.vault.event.kafka.KafkaSettings;
import io.vedette.vault.event.rabbit.RabbitPublisher;
import io.vedette.vault.event.rabbit.RabbitSettings;
import io.vedette.vault.event.sqs.SqsPublisher;
import io.vedette.vault.event.sqs.SqsSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Ways to brokers and webhooks, kept open as long as the settings do not change. Any thread. */
@Singleton
public class Publishers implements AutoCloseable {
    private final Set<InetAddress> local;
    private final Clock clock;
    private final ConcurrentHashMap<IntegrationId, Opened> opened = new ConcurrentHashMap<>();

    @Inject
    public Publishers(HubSettings settings, Clock clock) {
        this(settings.stores().local(), clock);
    }

    /** @param local addresses that are not public and may be asked nevertheless */
    public Publishers(Set<InetAddress> local, Clock clock) {
        this.local = Set.copyOf(local);
        this.clock = clock;
    }

    private record Opened(int version, EventPublisher publisher) {}

    EventPublisher of(IntegrationId id, int version, Supplier<Target> target) {
        return opened.compute(id, (same, now) -> {
                    if (now != null && now.version() == version) {
                        return now;
                    }
                    if (now != null) {
                        now.publisher().close();
                    }
                    return new Opened(version, open(target.get()));
                })
                .publisher();
    }

    /** One that nobody keeps: to be closed. */
    EventPublisher open(Target target) {
        return switch (target) {
            case Target.Kafka(KafkaSettings kafka) -> KafkaPublisher.open(kafka, allowed(kafka.tls()));
            case Target.Sqs(SqsSettings sqs) ->
                SqsPublisher.open(sqs, allowed("https".equals(sqs.queue().getScheme())));
            case Target.Rabbit(RabbitSettings rabbit) -> RabbitPublisher.open(rabbit, allowed(rabbit.tls()));
            case Target.Webhook(WebhookSettings webhook) ->
                new WebhookPublisher(webhook, new GuardedCall(local), local, clock);
        };
    }

    /** Ways to what was removed or turned off are not needed. What is on its way fails, and is sent again if it is turned on again. */
    void closeAllBut(Set<IntegrationId> kept) {
        for (IntegrationId id : opened.keySet()) {
            if (!kept.contains(id)) {
                opened.computeIfPresent(id, (same, now) -> {
                    now.publisher().close();
                    return null;
                });
            }
        }
    }

    /** Without TLS only to addresses that the operator has named. */
    private Predicate<InetAddress> allowed(boolean secure) {
        return secure ? address -> Reachable.may(address, local) : local::contains;
    }

    @Override
    @PreDestroy
    public void close() {
        opened.values().forEach(one -> one.publisher().close());
    }
}
