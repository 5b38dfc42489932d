package io.vedette.hub.livestream.relay;

import java.util.Locale;

/** What a viewer is told about the pictures it waits for; the page has the words. */
enum ViewerState {
    CONNECTING,
    LIVE,
    /** Pictures came and do not come now; the last one stays on the screen. */
    STALLED,
    /** The agent is not connected. */
    OFFLINE,
    /** The agent is there and has no pictures. */
    CAMERA_LOST,
    /** The agent said no; it will be asked again. */
    REFUSED;

    String text() {
        return "{\"state\":\"" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"}";
    }

    static String skip(long fragments) {
        return "{\"skip\":" + fragments + "}";
    }
}
