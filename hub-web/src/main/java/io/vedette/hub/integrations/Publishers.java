package io.vedette.hub.integrations;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.outside.Reachable;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.kafka.KafkaPublisher;
import io.vedette.vault.event.rabbit.RabbitPublisher;
import io.vedette.vault.event.sqs.SqsPublisher;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Ways to brokers and webhooks, kept open as long as the settings do not change. Any thread. */
@Singleton
public class Publishers {
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
            case Target.Kafka kafka -> KafkaPublisher.open(kafka.settings(), this::allowed);
            case Target.Sqs sqs -> SqsPublisher.open(sqs.settings(), this::allowed);
            case Target.Rabbit rabbit -> RabbitPublisher.open(rabbit.settings(), this::allowed);
            case Target.Webhook webhook -> new WebhookPublisher(webhook.settings(), new GuardedCall(local), clock);
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

    private boolean allowed(InetAddress address) {
        return Reachable.may(address, local);
    }

    @PreDestroy
    void close() {
        opened.values().forEach(one -> one.publisher().close());
    }
}
