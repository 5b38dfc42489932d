package io.vedette.hub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a row says beside its columns. */
final class AuditDetail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private AuditDetail() {}

    /** What somebody else wrote there and is no object of texts is shown as it stands: the log is read when it is damaged, too. */
    static Map<String, String> of(AuditEntry row) {
        try {
            return JSON.readValue(row.detail(), TEXTS);
        } catch (JsonProcessingException e) {
            return Map.of("unreadable", row.detail());
        }
    }
}
