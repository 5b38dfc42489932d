package io.vedette.hub.edgevaults;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the vault of a site sends on by itself, for programs.
 *
 * @param forwards false: what somebody asks for, and nothing by itself
 * @param cameras ids; none: all
 * @param labels none: whatever was seen
 * @param from the hour of the day, {@code HH:MM} by the site's clock; with {@code to} or not at all
 */
public record ForwardRuleDocument(
        boolean forwards,
        @JsonSetter(nulls = Nulls.SET) @Nullable List<String> cameras,
        @JsonSetter(nulls = Nulls.SET) @Nullable List<String> labels,
        @JsonSetter(nulls = Nulls.SET) @Nullable String from,
        @JsonSetter(nulls = Nulls.SET) @Nullable String to) {

    static ForwardRuleDocument of(Optional<ForwardRule> rule) {
        return new ForwardRuleDocument(
                rule.isPresent(),
                rule.map(one -> one.cameras().stream()
                                .map(CameraId::toString)
                                .sorted()
                                .toList())
                        .orElse(List.of()),
                rule.map(one -> one.labels().stream().map(Label::value).sorted().toList())
                        .orElse(List.of()),
                rule.flatMap(ForwardRule::hours)
                        .map(span -> span.from().toString())
                        .orElse(null),
                rule.flatMap(ForwardRule::hours)
                        .map(span -> span.to().toString())
                        .orElse(null));
    }

    /** Empty when it sends nothing by itself; refuses what is none. */
    Optional<ForwardRule> rule() {
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("hours have a beginning and an end");
        }
        return forwards
                ? Optional.of(new ForwardRule(
                        given(cameras).stream().map(CameraId::of).collect(Collectors.toSet()),
                        given(labels).stream().map(Label::new).collect(Collectors.toSet()),
                        from == null || to == null
                                ? Optional.empty()
                                : Optional.of(new DayHours(time(from), time(to)))))
                : Optional.empty();
    }

    private static List<String> given(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
