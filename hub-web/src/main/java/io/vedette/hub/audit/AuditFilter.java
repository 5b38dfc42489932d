package io.vedette.hub.audit;

import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.StorableText;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What narrows the log.
 *
 * @param who an id, or part of a name
 * @param kinds only these; all when empty
 * @param camera an id, or part of a name as it was when the row was written
 */
public record AuditFilter(
        Optional<String> who, List<DeedKind> kinds, Optional<String> camera, Instant from, Instant to) {
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), List.of(), Optional.empty(), Instant.EPOCH, Asked.LAST);

    private static final int LONGEST = 200;

    public AuditFilter {
        kinds = List.copyOf(kinds);
    }

    /** Something to find by; refuses what no row can hold. */
    static String term(String text) {
        if (text.length() > LONGEST || !StorableText.fits(text)) {
            throw new Refusal(Problem.INVALID);
        }
        return text.strip();
    }

    /** For {@code like}, with {@code !} as its escape. */
    static String pattern(Optional<String> part) {
        return "%" + part.orElse("").toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Never empty, as the database's {@code in} wants it. */
    List<String> words() {
        return kinds.isEmpty()
                ? List.of("")
                : kinds.stream().map(DeedKind::word).toList();
    }
}
