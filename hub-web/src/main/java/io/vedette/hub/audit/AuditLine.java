package io.vedette.hub.audit;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Sentence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of the log as the page shows it.
 *
 * @param more what else there is to say, each a few words
 */
public record AuditLine(long seq, Moment at, Sentence sentence, List<String> more, String address) {

    /** How a page speaks of a row. */
    record Reader(Function<String, String> names, ZoneId zone, Instant now, Locale language) {
        String words(String key, Object... values) {
            return Messages.text(language, key, values);
        }

        String time(Instant at) {
            return Moment.of(at, zone, now, language).words();
        }

        /** In a damaged row it may be no time; then it is shown as it stands. */
        String time(String at) {
            try {
                return time(Instant.parse(at));
            } catch (DateTimeException e) {
                return at;
            }
        }
    }

    static AuditLine of(AuditEntry row, Reader reader) {
        Map<String, String> detail = AuditDetail.of(row);
        return new AuditLine(
                row.seq(),
                Moment.of(row.at(), reader.zone(), reader.now(), reader.language()),
                AuditSentence.of(row, detail, reader.names(), reader.language()),
                more(row, detail, reader),
                row.address());
    }

    private static List<String> more(AuditEntry row, Map<String, String> detail, Reader reader) {
        List<String> more = new ArrayList<>();
        row.from()
                .flatMap(from -> row.to().map(to -> reader.words("audit.span", reader.time(from), reader.time(to))))
                .ifPresent(more::add);
        String before = detail.getOrDefault("before", "");
        if (!before.isEmpty() && !before.equals(row.subjectName())) {
            more.add(reader.words("audit.before", before));
        }
        String until = detail.getOrDefault("until", "");
        if (!until.isEmpty()) {
            more.add(reader.words("audit.until", reader.time(until)));
        }
        String recordings = detail.getOrDefault("recordings", "");
        if (!recordings.isEmpty()) {
            more.add(reader.words("audit.recordings", recordings));
        }
        String reason = detail.getOrDefault("reason", "");
        if (!reason.isEmpty()) {
            more.add(reader.words("grant.because", reason));
        }
        Optional.ofNullable(detail.get(AuditDetail.UNREADABLE))
                .ifPresent(text -> more.add(reader.words("audit.unreadable", text)));
        switch (row.actorKind()) {
            case "PROGRAM" -> more.add(reader.words("audit.program"));
            case "SERVICE" -> more.add(reader.words("audit.service"));
            default -> {} // people, agents and the hub are named by the sentence
        }
        return List.copyOf(more);
    }
}
