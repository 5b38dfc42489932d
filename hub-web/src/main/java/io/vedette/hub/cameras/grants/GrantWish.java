package io.vedette.hub.cameras.grants;

import java.util.Optional;

/**
 * A grant somebody wants to give.
 *
 * @param under the grant of which the giver passes on a part; empty for whoever may delegate by role
 */
public record GrantWish(Holder holder, Selector what, GrantTerms terms, Optional<GrantId> under) {
    public static GrantWish of(Holder holder, Selector what, GrantTerms terms) {
        return new GrantWish(holder, what, terms, Optional.empty());
    }
}
