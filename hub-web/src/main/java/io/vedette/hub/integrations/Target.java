package io.vedette.hub.integrations;

import io.vedette.vault.event.kafka.KafkaSettings;
import io.vedette.vault.event.rabbit.RabbitSettings;
import io.vedette.vault.event.sqs.SqsSettings;

/** Where events go. */
public sealed interface Target {
    /** What is spoken with it. */
    enum Kind {
        KAFKA,
        SQS,
        RABBIT,
        WEBHOOK
    }

    Kind kind();

    /** For people, without secrets. */
    String leadsTo();

    record Kafka(KafkaSettings settings) implements Target {
        @Override
        public Kind kind() {
            return Kind.KAFKA;
        }

        @Override
        public String leadsTo() {
            return settings.topic() + " · " + settings.servers().getFirst();
        }
    }

    record Sqs(SqsSettings settings) implements Target {
        @Override
        public Kind kind() {
            return Kind.SQS;
        }

        @Override
        public String leadsTo() {
            return settings.queue().toString();
        }
    }

    record Rabbit(RabbitSettings settings) implements Target {
        @Override
        public Kind kind() {
            return Kind.RABBIT;
        }

        @Override
        public String leadsTo() {
            String to = settings.exchange().isEmpty() ? settings.routingKey() : settings.exchange();
            return to + " · " + settings.host() + ":" + settings.port();
        }
    }

    record Webhook(WebhookSettings settings) implements Target {
        @Override
        public Kind kind() {
            return Kind.WEBHOOK;
        }

        @Override
        public String leadsTo() {
            return settings.address().getScheme() + "://" + settings.address().getRawAuthority()
                    + settings.address().getRawPath();
        }
    }
}
