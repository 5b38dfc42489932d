package io.vedette.hub.platform.security;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Somebody who has signed in, as the identity provider describes them. */
public record Person(String subject, String userName, String displayName, List<Membership> memberships)
        implements Serializable {
    public Person {
        memberships = List.copyOf(memberships);
    }

    public Optional<Membership> membership(String slug) {
        return memberships.stream().filter(one -> one.slug().equals(slug)).findFirst();
    }
}
