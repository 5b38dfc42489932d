package io.vedette.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Role;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a program wants to invite: {@code email}, {@code role} (a viewer's when left out), {@code days} (1 to 7; 7 when left out). */
public record InvitationRequest(Map<String, @Nullable Object> fields) {
    private static final Set<String> KNOWN = Set.of("email", "role", "days");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvitationRequest {
        if (!KNOWN.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("an invitation has an email, a role and days");
        }
    }

    Email email() {
        return switch (fields.get("email")) {
            case String text -> new Email(text);
            case null, default -> throw new IllegalArgumentException("an invitation needs an e-mail address");
        };
    }

    Role role() {
        return switch (fields.get("role")) {
            case null -> Role.VIEWER;
            case String name -> Role.standard(name);
            default -> throw new IllegalArgumentException("a role is a word");
        };
    }

    int days() {
        return switch (fields.get("days")) {
            case null -> Invitations.MOST_DAYS;
            case Integer days -> days;
            default -> throw new IllegalArgumentException("days are a whole number");
        };
    }
}
