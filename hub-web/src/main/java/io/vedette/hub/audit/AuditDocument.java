package io.vedette.hub.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the log for programs: everything that is hashed. */
public record AuditDocument(
        long seq,
        Instant at,
        String actorKind,
        String actorId,
        String actorName,
        String action,
        String subjectKind,
        String subjectId,
        String subjectName,
        @Nullable UUID camera,
        String cameraName,
        @Nullable Instant from,
        @Nullable Instant to,
        Map<String, String> detail,
        String address,
        String previousHash,
        String hash) {

    /** A page of them, the newest first. */
    public record AuditList(
            List<AuditDocument> entries, @Nullable String next) {}

    static AuditDocument of(AuditEntry row) {
        return new AuditDocument(
                row.seq(),
                row.at(),
                row.actorKind(),
                row.actorId(),
                row.actorName(),
                row.action(),
                row.subjectKind(),
                row.subjectId(),
                row.subjectName(),
                row.camera().orElse(null),
                row.cameraName(),
                row.from().orElse(null),
                row.to().orElse(null),
                AuditDetail.of(row),
                row.address(),
                row.prevHash().hex(),
                row.hash().hex());
    }
}
