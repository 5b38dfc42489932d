package io.vedette.hub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a row says beside its columns. */
final class AuditDetail {
    /** Under which name what could not be read stands, whole. */
    static final String UNREADABLE = "unreadable";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private AuditDetail() {}

    /** What somebody else wrote there and is no object of texts is shown as it stands: the log is read when it is damaged, too. */
    static Map<String, String> of(AuditEntry row) {
        return texts(row.detail()).orElseGet(() -> Map.of(UNREADABLE, row.detail()));
    }

    private static Optional<Map<String, String>> texts(String detail) {
        try {
            // JSON's null is none of ours, neither as the whole nor as a text in it
            return Optional.<Map<String, String>>ofNullable(JSON.readValue(detail, TEXTS))
                    .filter(texts -> !texts.containsValue(null));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
