package io.vedette.vault.event.kafka;

import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import io.vedette.vault.event.kafka.KafkaSettings.Login;
import io.vedette.vault.event.kafka.KafkaSettings.Mechanism;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** The client's settings, made of ours alone. */
final class Configuration {
    private static final int ENVELOPE = 64 << 10;

    private Configuration() {}

    static Map<String, Object> producer(KafkaSettings settings) {
        Map<String, Object> all = common(settings);
        Patience patience = settings.patience();
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0); // whoever publishes waits for this one event
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(patience.part(4)));
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) millis(patience.total()));
        // what is too large shall be said by the broker's own limit
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, OutgoingEvent.MOST_BYTES + ENVELOPE);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * OutgoingEvent.MOST_BYTES);
        return all;
    }

    static Map<String, Object> admin(KafkaSettings settings) {
        Map<String, Object> all = common(settings);
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                millis(settings.patience().part(2)));
        return all;
    }

    private static Map<String, Object> common(KafkaSettings settings) {
        Patience patience = settings.patience();
        Map<String, Object> all = new HashMap<>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", settings.servers()));
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, "vedette");
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) millis(patience.part(3))); // two tries fit
        all.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, millis(patience.part(4)));
        all.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, millis(patience.part(2)));
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
        all.put(
                CommonClientConfigs.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                Duration.ofMinutes(5).toMillis());
        all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false); // tells the broker nothing about us
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, ""); // no JMX
        all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol(settings));
        settings.login().ifPresent(login -> {
            all.put(SaslConfigs.SASL_MECHANISM, login.mechanism().sasl());
            all.put(SaslConfigs.SASL_JAAS_CONFIG, jaas(login));
        });
        return all;
    }

    private static String protocol(KafkaSettings settings) {
        return (settings.login().isPresent() ? "SASL_" : "") + (settings.tls() ? "SSL" : "PLAINTEXT");
    }

    private static String jaas(Login login) {
        Class<?> module = login.mechanism() == Mechanism.PLAIN ? PlainLoginModule.class : ScramLoginModule.class;
        return module.getName() + " required username=" + quoted(login.user()) + " password="
                + quoted(login.password().reveal()) + ";";
    }

    /** As the client's reader of such texts wants it: a backslash before quotes and backslashes. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static long millis(Duration time) {
        return time.toMillis();
    }
}
