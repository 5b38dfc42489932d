package io.vedette.vault.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vedette.contracts.Secret;
import io.vedette.vault.event.kafka.KafkaSettings;
import io.vedette.vault.event.rabbit.RabbitSettings;
import io.vedette.vault.event.sqs.SqsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSettingsTest {
    private static final Secret SECRET = new Secret("hush-hush");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sqs.eu-central-1.amazonaws.com/123456789012/recordings",
                "https://sqs.eu-central-1.amazonaws.com/123456789012/recordings.fifo",
                "http://elasticmq:9324/queue/recordings"
            })
    void anAddressOfAQueueIsTaken(String address) {
        assertThat(sqs(address)).asString().contains(address).doesNotContain("hush-hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://sqs.example.org/1/queue",
                "https://sqs.example.org",
                "https://sqs.example.org/",
                "https://user@sqs.example.org/1/queue",
                "https://sqs.example.org/1/queue?Action=DeleteQueue",
                "https://sqs.example.org/1/../queue",
                "https://sqs.example.org/1/queue#part"
            })
    void whatIsNoAddressOfAQueueIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> sqs(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "broker", "broker:", "broker:0", "broker:70000", "http://broker:9092", "a:1,b:2", "a b:1"})
    void whatIsNoServerOfKafkaIsRefused(String server) {
        assertThatIllegalArgumentException().isThrownBy(() -> kafka(List.of(server), "topic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "with space", "ü"})
    void whatIsNoTopicIsRefused(String topic) {
        assertThatIllegalArgumentException().isThrownBy(() -> kafka(List.of("broker:9092"), topic));
    }

    @Test
    void serversOfKafkaAreNamesAndAddresses() {
        assertThat(kafka(List.of("broker-1.example.org:9092", "10.0.0.1:9092", "[fd00::1]:9092"), "topic")
                        .servers())
                .hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> kafka(List.of(), "topic"));
    }

    @Test
    void rabbitNeedsSomewhereToSendTo() {
        assertThat(rabbit("broker", "", "queue")).asString().doesNotContain("hush-hush");
        assertThat(rabbit("broker", "exchange", "").routingKey()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> rabbit("broker", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> rabbit("amqp://broker", "", "queue"));
        assertThatIllegalArgumentException().isThrownBy(() -> rabbit("broker", "ü".repeat(128), "queue"));
        assertThatIllegalArgumentException().isThrownBy(() -> rabbit("broker", "", "a\nb"));
    }

    @Test
    void patienceHasAnEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ofMinutes(3)));
    }

    private static SqsSettings sqs(String address) {
        return new SqsSettings(URI.create(address), "eu-central-1", "access", SECRET, Patience.USUAL);
    }

    private static KafkaSettings kafka(List<String> servers, String topic) {
        return new KafkaSettings(servers, topic, true, Optional.empty(), Patience.USUAL);
    }

    private static RabbitSettings rabbit(String host, String exchange, String routingKey) {
        return new RabbitSettings(host, 5671, true, "/", "user", SECRET, exchange, routingKey, Patience.USUAL);
    }
}
