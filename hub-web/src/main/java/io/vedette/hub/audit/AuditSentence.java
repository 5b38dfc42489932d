package io.vedette.hub.audit;

import io.vedette.hub.access.Role;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Sentence;
import io.vedette.hub.tenancy.Limit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the log as one sentence: "Night guard watched Yard live for 3 min 20 s." */
final class AuditSentence {
    private AuditSentence() {}

    /** @param names what accounts and groups are called now, by id */
    static Sentence of(AuditEntry row, Map<String, String> detail, Function<String, String> names, Locale language) {
        String key =
                "audit.says." + DeedKind.of(row.action()).map(DeedKind::word).orElse("other");
        return Sentence.of(
                language,
                key,
                List.of(
                        actor(row, language),
                        row.cameraName().isEmpty() ? Messages.text(language, "audit.camera.gone") : row.cameraName(),
                        subject(row, detail, names, language),
                        watched(row, detail, language),
                        target(row, detail, names, language),
                        holder(detail, names, language),
                        actions(detail, language),
                        row.action()));
    }

    /** What it was done to, as people call it. */
    private static String subject(
            AuditEntry row, Map<String, String> detail, Function<String, String> names, Locale language) {
        return switch (DeedKind.of(row.action()).orElse(DeedKind.LOGIN)) {
            case ROLE_GIVEN ->
                detail.getOrDefault("now-name", role(detail.getOrDefault("now", "VIEWER"), names, language));
            case QUOTA_SET ->
                Arrays.stream(Limit.values())
                        .filter(limit -> limit.word().equals(row.subjectId()))
                        .findFirst()
                        .map(limit -> Messages.text(language, "quota." + limit.word()))
                        .orElse(row.subjectId());
            default -> row.subjectName();
        };
    }

    static String actor(AuditEntry row, Locale language) {
        return row.actorKind().equals("HUB") ? Messages.text(language, "audit.actor.hub") : row.actorName();
    }

    /** What a grant is about. */
    private static String target(
            AuditEntry row, Map<String, String> detail, Function<String, String> names, Locale language) {
        if (row.camera().isPresent()) {
            return row.cameraName();
        }
        if (detail.containsKey("tag")) {
            return Messages.text(language, "audit.tagged", detail.get("tag"));
        }
        return Stream.of("group", "site")
                .filter(detail::containsKey)
                .map(detail::get)
                .map(names)
                .findFirst()
                .orElseGet(() -> Messages.text(language, "audit.every"));
    }

    /** Who holds a grant, or comes and goes in a team. */
    private static String holder(Map<String, String> detail, Function<String, String> names, Locale language) {
        if (detail.containsKey("role")) {
            return Messages.text(language, "audit.everyone", role(detail.get("role"), names, language));
        }
        if (detail.containsKey("invitation")) {
            return Messages.text(language, "people.invited.somebody");
        }
        return names.apply(detail.getOrDefault("account", detail.getOrDefault("team", "")));
    }

    /** A standard role by its word, one of the tenant's own as it is called now. */
    private static String role(String key, Function<String, String> names, Locale language) {
        return Role.standard().stream().anyMatch(role -> role.key().value().equals(key))
                ? Messages.text(language, "role." + key)
                : names.apply(key);
    }

    private static String watched(AuditEntry row, Map<String, String> detail, Locale language) {
        if (detail.containsKey("seconds")) {
            return seconds(detail.get("seconds"), language);
        }
        return row.from()
                .flatMap(from -> row.to().map(to -> Duration.between(from, to)))
                .map(span -> length(span, language))
                .orElse("");
    }

    /** In a damaged row it may be no number; then it is shown as it stands. */
    private static String seconds(String text, Locale language) {
        try {
            return length(Duration.ofSeconds(Long.parseLong(text)), language);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** "3 min 20 s". */
    static String length(Duration span, Locale language) {
        Duration whole = span.plusMillis(500);
        if (whole.toHours() > 0) {
            return Messages.text(language, "audit.hours", text(whole.toHours()), text(whole.toMinutesPart()));
        }
        return whole.toMinutes() > 0
                ? Messages.text(language, "audit.minutes", text(whole.toMinutes()), text(whole.toSecondsPart()))
                : Messages.text(language, "audit.seconds", text(whole.toSeconds()));
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String actions(Map<String, String> detail, Locale language) {
        String actions = detail.getOrDefault("actions", "");
        return Arrays.stream(actions.split(" "))
                .filter(one -> !one.isEmpty())
                .map(one -> known(one) ? Messages.text(language, "action." + one) : one)
                .collect(Collectors.joining(", "));
    }

    /** A row may tell of an action that this hub does not know any more, or not yet. */
    private static boolean known(String action) {
        return Arrays.stream(Action.values()).anyMatch(one -> one.name().equals(action));
    }
}
