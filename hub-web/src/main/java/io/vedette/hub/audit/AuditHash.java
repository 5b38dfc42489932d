package io.vedette.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The hash of a row from what stands in it: the same text as {@code audit_hash} in the database, written a second time. */
final class AuditHash {
    private static final long MICROS = 1_000_000;
    private static final long NANOS_OF_MICRO = 1_000;

    private final StringBuilder text = new StringBuilder();

    private AuditHash() {}

    static Digest of(AuditEntry row) {
        return new AuditHash()
                .part(row.prevHash().hex())
                .part(row.tenant().value().toString())
                .part(Long.toString(row.seq()))
                .part(time(row.at()))
                .part(row.actorKind())
                .part(row.actorId())
                .part(row.actorName())
                .part(row.action())
                .part(row.subjectKind())
                .part(row.subjectId())
                .part(row.subjectName())
                .part(row.camera().map(UUID::toString))
                .part(row.cameraName())
                .part(row.from().map(AuditHash::time))
                .part(row.to().map(AuditHash::time))
                .part(row.detail())
                .part(row.address())
                .digest();
    }

    private AuditHash part(String value) {
        return part(Optional.of(value));
    }

    private AuditHash part(Optional<String> value) {
        value.ifPresentOrElse(
                given -> text.append(given.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(given),
                () -> text.append('-'));
        text.append(',');
        return this;
    }

    private static String time(Instant at) {
        return Long.toString(at.getEpochSecond() * MICROS + at.getNano() / NANOS_OF_MICRO);
    }

    private Digest digest() {
        try {
            return new Digest(
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
