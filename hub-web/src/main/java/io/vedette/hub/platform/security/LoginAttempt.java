package io.vedette.hub.platform.security;

import java.io.Serializable;

/**
 * A sign-in that was begun in this browser and has not come back yet.
 *
 * @param again of a browser whose session ended: the provider is to answer at once, with who is signed in there or with nobody
 */
record LoginAttempt(String state, String nonce, String verifier, String returnTo, boolean again)
        implements Serializable {
    @Override
    public String toString() {
        return "LoginAttempt[" + returnTo + "]";
    }
}
