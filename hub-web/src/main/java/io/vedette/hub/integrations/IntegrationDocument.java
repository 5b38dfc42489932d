package io.vedette.hub.integrations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.tenancy.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A broker or webhook, for programs. Secrets are never given out.
 *
 * @param settings by the names that the kind has, without those that are secret
 * @param lag events that it was not told yet
 * @param trouble what keeps everything from it; absent while it goes well
 * @param said what it said last, while there is trouble
 * @param triedAgainAt absent while there is no trouble
 */
public record IntegrationDocument(
        String id,
        String name,
        String kind,
        Map<String, String> settings,
        boolean enabled,
        long lag,
        @Nullable String trouble,
        @Nullable String said,
        @Nullable Instant triedAgainAt,
        int version) {

    /** All of them: there are never so many that they come in pages. */
    public record IntegrationList(List<IntegrationDocument> integrations) {}

    static IntegrationDocument of(Integration integration, Map<String, String> shown, long lag) {
        boolean well = integration.trouble().isEmpty();
        return new IntegrationDocument(
                integration.id().toString(),
                integration.name(),
                integration.kind().name(),
                shown,
                integration.enabled(),
                lag,
                integration.trouble().map(Enum::name).orElse(null),
                well ? null : integration.said(),
                well ? null : integration.restsUntil(),
                integration.version());
    }

    /**
     * What a program wants to name, or to change one into.
     *
     * @param settings by the names that the kind has; a secret may be left out of a change: it stays then, unless a password would go to another broker
     * @param enabled yes when left out
     */
    public record NewIntegration(
            String name,
            Target.Kind kind,
            Map<String, String> settings,
            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean enabled) {
        @JsonCreator
        public NewIntegration {
            name = new Name(name).value();
            settings = Map.copyOf(settings);
        }

        /** Throws {@link IllegalArgumentException} when something is missing or cannot be right. */
        Target target(Supplier<Target> before) {
            return TargetFields.change(kind, settings, before);
        }

        @Override
        public String toString() {
            return "an integration called " + name;
        }
    }

    /** From when on what is kept is told again. */
    public record Replay(Instant from) {}

    /** An event that it will never take. */
    public record DeadLetterDocument(String camera, long sequence, String kind, String said, Instant at) {}

    /** The latest first. */
    public record DeadLetterList(List<DeadLetterDocument> deadLetters) {}

    /** @param said why it does not work; absent when it does, as far as can be seen without telling anything */
    public record LookDocument(
            boolean works, @Nullable String kind, @Nullable String said) {}
}
