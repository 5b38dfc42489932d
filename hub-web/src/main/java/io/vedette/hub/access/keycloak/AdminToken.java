package io.vedette.hub.access.keycloak;

import java.time.Instant;

/** The hub's own permission to ask the admin interface, until shortly before it ends. */
record AdminToken(String bearer, Instant usableUntil) {
    @Override
    public String toString() {
        return "AdminToken[until " + usableUntil + "]";
    }
}
