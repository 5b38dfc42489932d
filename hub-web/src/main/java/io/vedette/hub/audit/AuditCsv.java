package io.vedette.hub.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as lines of a table (RFC 4180). Names are other people's text, and tables are opened by programs that compute: what begins like a
 * formula begins with an apostrophe here, and what would break a line or turn the direction of writing is a space.
 */
final class AuditCsv {
    /** Also the full-width twins of the signs, which some programs read alike. */
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20|%].*", Pattern.DOTALL);

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    static final String HEADER = line(List.of(
            "seq",
            "at",
            "actor_kind",
            "actor_id",
            "actor_name",
            "action",
            "subject_kind",
            "subject_id",
            "subject_name",
            "camera_id",
            "camera_name",
            "from",
            "to",
            "detail",
            "address",
            "hash"));

    private AuditCsv() {}

    static String line(AuditEntry row) {
        return line(List.of(
                Long.toString(row.seq()),
                row.at().toString(),
                row.actorKind(),
                row.actorId(),
                row.actorName(),
                row.action(),
                row.subjectKind(),
                row.subjectId(),
                row.subjectName(),
                row.camera().map(UUID::toString).orElse(""),
                row.cameraName(),
                row.from().map(Instant::toString).orElse(""),
                row.to().map(Instant::toString).orElse(""),
                row.detail(),
                row.address(),
                row.hash().hex()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String plain = UNSEEN.matcher(text).replaceAll(" ");
        String harmless = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
