package io.vedette.hub.integrations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.Secret;
import io.vedette.vault.event.Patience;
import io.vedette.vault.event.kafka.KafkaSettings;
import io.vedette.vault.event.kafka.KafkaSettings.Login;
import io.vedette.vault.event.kafka.KafkaSettings.Mechanism;
import io.vedette.vault.event.rabbit.RabbitSettings;
import io.vedette.vault.event.sqs.SqsSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A target as fields with a text each: so it is typed into forms, sent by programs, and kept sealed. */
final class TargetFields {
    /** Never given out again. */
    static final Set<String> SECRETS = Set.of("password", "secretKey", "key");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final Map<String, String> fields;

    private TargetFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Throws {@link IllegalArgumentException} when something is missing or cannot be right; what is not known is left aside. */
    static Target read(Target.Kind kind, Map<String, String> fields) {
        var given = new TargetFields(fields);
        return switch (kind) {
            case KAFKA -> new Target.Kafka(given.kafka());
            case SQS ->
                new Target.Sqs(new SqsSettings(
                        URI.create(given.must("queue")),
                        given.may("region", "us-east-1"),
                        given.must("accessKey"),
                        given.secret("secretKey"),
                        Patience.USUAL));
            case RABBIT ->
                new Target.Rabbit(new RabbitSettings(
                        given.must("host"),
                        Integer.parseInt(given.may("port", "5671")),
                        given.yes("tls"),
                        given.may("virtualHost", "/"),
                        given.must("user"),
                        given.secret("password"),
                        given.may("exchange", ""),
                        given.may("routingKey", ""),
                        Patience.USUAL));
            case WEBHOOK ->
                new Target.Webhook(new WebhookSettings(URI.create(given.must("address")), given.secret("key")));
        };
    }

    /** A secret that is kept would go somewhere else, and was not given again. */
    static final class SecretNeeded extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        SecretNeeded() {
            super("the password goes somewhere else only when it is given again");
        }
    }

    /**
     * As {@link #read}, with secrets that are not given taken from the settings before. Throws {@link SecretNeeded} when a password would go to another
     * broker: else whoever may change an integration could have what nobody is shown sent to a server of their own.
     *
     * @param before asked only when a secret is missing
     */
    static Target change(Target.Kind kind, Map<String, String> fields, Supplier<Target> before) {
        if (fields.keySet().containsAll(needed(kind, fields))) {
            return read(kind, fields);
        }
        Target old = before.get();
        Map<String, String> whole = new TreeMap<>(write(old));
        whole.keySet().retainAll(SECRETS);
        whole.putAll(fields);
        Target changed = read(kind, whole);
        if (!toldPassword(changed).equals(toldPassword(old))) {
            throw new SecretNeeded();
        }
        return changed;
    }

    private static Set<String> needed(Target.Kind kind, Map<String, String> fields) {
        return switch (kind) {
            case KAFKA -> fields.getOrDefault("user", "").isBlank() ? Set.of() : Set.of("password");
            case SQS -> Set.of("secretKey");
            case RABBIT -> Set.of("password");
            case WEBHOOK -> Set.of("key");
        };
    }

    /** Who is told the password, and how. A signature gives nothing of its key away, wherever it is sent. */
    private static List<Object> toldPassword(Target target) {
        return switch (target) {
            case Target.Kafka(KafkaSettings kafka) ->
                List.of(kafka.servers(), kafka.tls(), kafka.login().map(Login::mechanism));
            case Target.Rabbit(RabbitSettings rabbit) -> List.of(rabbit.host(), rabbit.port(), rabbit.tls());
            case Target.Sqs ignored -> List.of();
            case Target.Webhook ignored -> List.of();
        };
    }

    private KafkaSettings kafka() {
        Optional<Login> login = Optional.ofNullable(fields.get("user"))
                .filter(user -> !user.isBlank())
                .map(user -> new Login(
                        Mechanism.valueOf(may("mechanism", Mechanism.SCRAM_SHA_512.name())), user, secret("password")));
        return new KafkaSettings(
                Arrays.stream(must("servers").split("[,\\s]+", -1))
                        .filter(one -> !one.isEmpty())
                        .toList(),
                must("topic"),
                yes("tls"),
                login,
                Patience.USUAL);
    }

    /** With the secrets. */
    static Map<String, String> write(Target target) {
        Map<String, String> fields = new TreeMap<>();
        switch (target) {
            case Target.Kafka(KafkaSettings kafka) -> {
                fields.put("servers", String.join(",", kafka.servers()));
                fields.put("topic", kafka.topic());
                fields.put("tls", String.valueOf(kafka.tls()));
                kafka.login().ifPresent(login -> {
                    fields.put("mechanism", login.mechanism().name());
                    fields.put("user", login.user());
                    fields.put("password", login.password().reveal());
                });
            }
            case Target.Sqs(SqsSettings sqs) -> {
                fields.put("queue", sqs.queue().toString());
                fields.put("region", sqs.region());
                fields.put("accessKey", sqs.accessKey());
                fields.put("secretKey", sqs.secretKey().reveal());
            }
            case Target.Rabbit(RabbitSettings rabbit) -> {
                fields.put("host", rabbit.host());
                fields.put("port", String.valueOf(rabbit.port()));
                fields.put("tls", String.valueOf(rabbit.tls()));
                fields.put("virtualHost", rabbit.virtualHost());
                fields.put("user", rabbit.user());
                fields.put("password", rabbit.password().reveal());
                fields.put("exchange", rabbit.exchange());
                fields.put("routingKey", rabbit.routingKey());
            }
            case Target.Webhook(WebhookSettings webhook) -> {
                fields.put("address", webhook.address().toString());
                fields.put("key", webhook.key().reveal());
            }
        }
        return fields;
    }

    static Secret text(Target target) {
        try {
            return new Secret(JSON.writeValueAsString(write(target)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    static Target of(Target.Kind kind, Secret text) {
        try {
            return read(kind, JSON.readValue(text.reveal(), FIELDS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sealed settings are not ours", e);
        }
    }

    private String must(String name) {
        String value = fields.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private String may(String name, String otherwise) {
        String value = fields.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private boolean yes(String name) {
        return Set.of("true", "on").contains(may(name, "false"));
    }

    private Secret secret(String name) {
        return new Secret(must(name));
    }
}
