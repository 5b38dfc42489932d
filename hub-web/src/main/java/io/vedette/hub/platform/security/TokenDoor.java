package io.vedette.hub.platform.security;

import io.vedette.contracts.id.TenantId;
import java.time.Instant;
import java.util.UUID;

/** Lets programs in with the tokens that people make for them. The feature that keeps the tokens answers. */
public interface TokenDoor {
    /** How such a token begins, in whatever case: what begins like this is asked about here and nowhere else. */
    String BEGINS = "vdt_";

    /** What became of a token. */
    sealed interface Answer {
        /** @param until when the token is over, whatever else happens */
        record Admitted(Person person, Instant until) implements Answer {}

        /** @param why for whoever reads logs; says nothing of the token's secret, and is never sent */
        record Refused(String why) implements Answer {}

        /** The identity provider does not say whether its holder still is a member. */
        record Unknown() implements Answer {}
    }

    /** May wait for the identity provider: never called inside a transaction. */
    Answer check(String token);

    /** As {@link #check}, for who was admitted before: whether they still would be. */
    Answer again(Person person);

    /** Whether a token has not been taken back and is not over: the hub's own knowledge, inside the tenant's transaction. */
    boolean stands(TenantId tenant, UUID token);

    static boolean meant(String token) {
        return token.regionMatches(true, 0, BEGINS, 0, BEGINS.length());
    }
}
