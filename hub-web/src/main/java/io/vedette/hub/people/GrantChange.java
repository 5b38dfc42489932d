package io.vedette.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantTerms;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program wants to change about a grant. A field that is left out stays as it is; a null takes it away (as RFC 7396
 * reads null): without an end the grant lasts until it is taken back. Whom it is for and what it is about never change.
 */
public record GrantChange(Map<String, @Nullable Object> fields) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantChange {
        if (!GrantFields.OF_TERMS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException(
                    "of a grant, actions, from, until, hours, passable and reason can change");
        }
    }

    GrantTerms terms(AccessGrant now) {
        return new GrantFields(fields).terms(now.terms());
    }
}
