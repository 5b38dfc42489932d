package io.vedette.stack.state;

import java.util.Locale;

/** Every port the stack listens on, all of them on loopback. */
public enum Port {
    HUB,
    KEYCLOAK,
    KEYCLOAK_MANAGEMENT,
    POSTGRES,
    CAMERA_GATE,
    CAMERA_DOCK,
    TRUTH_GATE,
    TRUTH_DOCK;

    /** Its name in the file of ports and in sentences. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
