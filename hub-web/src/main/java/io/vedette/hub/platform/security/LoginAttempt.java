package io.vedette.hub.platform.security;

import java.io.Serializable;

/** A sign-in that was begun in this browser and has not come back yet. */
record LoginAttempt(String state, String nonce, String verifier, String returnTo) implements Serializable {
    @Override
    public String toString() {
        return "LoginAttempt[" + returnTo + "]";
    }
}
