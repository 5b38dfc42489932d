package io.vedette.hub.integrations;

import io.vedette.hub.integrations.TargetFields.SecretNeeded;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.event.kafka.KafkaSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The forms of integrations: each kind has fields of its own. Everything wrong is noted at its field, what cannot be said of one at {@code settings}. */
final class IntegrationForm {
    private IntegrationForm() {}

    /** How a field is drawn. */
    public enum Look {
        TEXT,
        MAYBE,
        SECRET,
        TICK,
        CHOICE
    }

    /** @param choices of a {@link Look#CHOICE} */
    public record Field(String name, Look look, List<String> choices) {
        Field(String name, Look look) {
            this(name, look, List.of());
        }
    }

    record Wish(Name name, Target target) {}

    static List<Field> fields(Target.Kind kind) {
        return switch (kind) {
            case KAFKA ->
                List.of(
                        new Field("servers", Look.TEXT),
                        new Field("topic", Look.TEXT),
                        new Field("tls", Look.TICK),
                        new Field("user", Look.MAYBE),
                        new Field(
                                "mechanism",
                                Look.CHOICE,
                                Arrays.stream(KafkaSettings.Mechanism.values())
                                        .map(Enum::name)
                                        .toList()),
                        new Field("password", Look.SECRET));
            case SQS ->
                List.of(
                        new Field("queue", Look.TEXT),
                        new Field("region", Look.MAYBE),
                        new Field("accessKey", Look.TEXT),
                        new Field("secretKey", Look.SECRET));
            case RABBIT ->
                List.of(
                        new Field("host", Look.TEXT),
                        new Field("port", Look.MAYBE),
                        new Field("tls", Look.TICK),
                        new Field("virtualHost", Look.MAYBE),
                        new Field("user", Look.TEXT),
                        new Field("password", Look.SECRET),
                        new Field("exchange", Look.MAYBE),
                        new Field("routingKey", Look.MAYBE));
            case WEBHOOK -> List.of(new Field("address", Look.TEXT), new Field("key", Look.SECRET));
        };
    }

    static FormInput blank() {
        return FormInput.empty()
                .preset("tls", "on")
                .preset("region", "us-east-1")
                .preset("port", "5671")
                .preset("virtualHost", "/")
                .preset("mechanism", KafkaSettings.Mechanism.SCRAM_SHA_512.name());
    }

    static FormInput of(Integration integration, Map<String, String> shown) {
        FormInput form = FormInput.empty().preset("name", integration.name());
        shown.forEach((name, value) -> {
            if (!name.equals("tls")) {
                form.preset(name, value);
            } else if (value.equals("true")) {
                form.preset(name, "on");
            }
        });
        return form;
    }

    /** @param before the settings whose secrets stay when none are typed; empty when there are none yet */
    static Optional<Wish> read(FormInput form, Target.Kind kind, Optional<Supplier<Target>> before) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Map<String, String> typed = new TreeMap<>();
        for (Field field : fields(kind)) {
            String text = form.text(field.name()).strip();
            if (!text.isEmpty()) {
                typed.put(field.name(), text);
            } else if (missing(field, typed, before.isPresent())) {
                form.wrong(field.name(), "form.integration.missing");
            }
        }
        if (form.anyWrong()) {
            return Optional.empty();
        }
        try {
            Target target = before.map(kept -> TargetFields.change(kind, typed, kept))
                    .orElseGet(() -> TargetFields.read(kind, typed));
            return Optional.of(new Wish(name.orElseThrow(), target));
        } catch (SecretNeeded | SealBroken e) {
            fields(kind).stream()
                    .filter(field -> field.look() == Look.SECRET && !typed.containsKey(field.name()))
                    .forEach(field -> form.wrong(field.name(), "form.integration.secret"));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            form.wrong("settings", "form.integration.settings." + kind);
            return Optional.empty();
        }
    }

    /** A secret is needed when there is none yet; Kafka's only with a user. */
    private static boolean missing(Field field, Map<String, String> typed, boolean kept) {
        return switch (field.look()) {
            case TEXT -> true;
            case SECRET -> !kept && (!field.name().equals("password") || typed.containsKey("user"));
            case MAYBE, TICK, CHOICE -> false;
        };
    }
}
