package io.vedette.hub.platform.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * What the session keeps of a sign-in. Holds tokens: never printed, never sent to a browser.
 *
 * @param sid the provider's own session, by which it logs somebody out behind our back
 * @param freshUntil when the tokens must be renewed
 */
record SignedIn(Person person, String sid, String idToken, String refreshToken, Instant freshUntil)
        implements Serializable {
    @Override
    public String toString() {
        return "SignedIn[" + person.userName() + "]";
    }
}
