package io.vedette.stack.state;

import java.util.Locale;

/** Every port the stack listens on, all of them on loopback. */
public enum Port {
    HUB("the hub"),
    KEYCLOAK("Keycloak"),
    KEYCLOAK_MANAGEMENT("Keycloak's health pages"),
    POSTGRES("PostgreSQL"),
    CAMERA_GATE("the test camera at the gate, RTSP"),
    CAMERA_DOCK("the test camera at the loading dock, RTSP"),
    TRUTH_GATE("when somebody crossed the gate's picture: for tests"),
    TRUTH_DOCK("when somebody crossed the dock's picture: for tests");

    private final String meaning;

    Port(String meaning) {
        this.meaning = meaning;
    }

    /** Its name in the file of ports and in sentences. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the reference page. */
    public String meaning() {
        return meaning;
    }
}
