package io.vedette.hub.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.hub.access.SupportAccess;
import io.vedette.hub.access.SupportLevel;
import java.time.Instant;

/** Support access that is open, for programs of owners. */
public record SupportDocument(SupportLevel level, Instant until, String reason, String givenBy) {
    static SupportDocument of(SupportAccess access) {
        return new SupportDocument(
                access.level(),
                access.until(),
                access.reason(),
                access.givenBy().value());
    }

    /** What an owner wants to give. */
    public record NewSupport(SupportLevel level, int days, String reason) {
        @JsonCreator
        public NewSupport {}
    }
}
