package io.vedette.hub.platform.security;

import io.vedette.hub.platform.deed.Doer;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in, as the identity provider describes them.
 *
 * @param operator runs this hub: sees the tenants of it from outside, and none of them from inside
 * @param verifiedEmail that the provider says it has verified; empty when there is none
 * @param service a program with an account of its own, and nobody
 * @param tokenUsed the token of their own that they came with; null for whoever signed in
 */
public record Person(
        String subject,
        String userName,
        String displayName,
        String verifiedEmail,
        List<Membership> memberships,
        boolean operator,
        boolean service,
        @Nullable TokenUse tokenUsed)
        implements Serializable {
    public Person {
        memberships = List.copyOf(memberships);
    }

    public Person(
            String subject,
            String userName,
            String displayName,
            String verifiedEmail,
            List<Membership> memberships,
            boolean operator,
            @Nullable TokenUse tokenUsed) {
        this(subject, userName, displayName, verifiedEmail, memberships, operator, false, tokenUsed);
    }

    /** Somebody of whom no address is known. */
    public Person(String subject, String userName, String displayName, List<Membership> memberships) {
        this(subject, userName, displayName, "", memberships);
    }

    /** Somebody who signed in and is no operator. */
    public Person(
            String subject, String userName, String displayName, String verifiedEmail, List<Membership> memberships) {
        this(subject, userName, displayName, verifiedEmail, memberships, false, null);
    }

    public Optional<TokenUse> token() {
        return Optional.ofNullable(tokenUsed);
    }

    /** As the audit log names them: with the token they came with. */
    public String actsAs() {
        return token().map(used -> displayName + " · " + used.name()).orElse(displayName);
    }

    /** As what the audit log knows them. */
    public Doer.Kind kind(boolean cameWithToken) {
        if (service) {
            return Doer.Kind.SERVICE;
        }
        return cameWithToken ? Doer.Kind.PROGRAM : Doer.Kind.PERSON;
    }

    public Optional<Membership> membership(String slug) {
        return memberships.stream().filter(one -> one.slug().equals(slug)).findFirst();
    }
}
