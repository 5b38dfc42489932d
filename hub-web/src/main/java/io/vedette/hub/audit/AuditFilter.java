package io.vedette.hub.audit;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What narrows the log.
 *
 * @param who an account's id, or part of a name
 * @param actions of these kinds; of all when empty
 */
public record AuditFilter(
        Optional<String> who, List<DeedKind> actions, Optional<CameraId> camera, Instant from, Instant to) {
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), List.of(), Optional.empty(), Instant.EPOCH, Asked.LAST);

    public AuditFilter {
        actions = List.copyOf(actions);
    }

    String whoPattern() {
        return "%" + who.orElse("").toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Never empty, as the database's {@code in} wants it. */
    List<String> words() {
        return actions.isEmpty()
                ? List.of("")
                : actions.stream().map(DeedKind::word).toList();
    }

    UUID cameraId() {
        return camera.map(CameraId::value).orElse(new UUID(0, 0));
    }
}
