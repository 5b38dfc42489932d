package io.vedette.hub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import java.time.Instant;
import java.util.Optional;

/** A published head, as it stands in the file and in what the webhook is sent. */
record HeadLine(String at, String tenant, long seq, String hash) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static HeadLine of(Instant at, TenantId tenant, Link head) {
        return new HeadLine(
                at.toString(),
                tenant.value().toString(),
                head.seq(),
                head.hash().hex());
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can always be written", e);
        }
    }

    /** Empty for a line that was cut as the power went, or is none of ours. */
    static Optional<HeadLine> read(String line) {
        try {
            return Optional.of(JSON.readValue(line, HeadLine.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    Link link() {
        return new Link(seq, new Digest(hash));
    }
}
