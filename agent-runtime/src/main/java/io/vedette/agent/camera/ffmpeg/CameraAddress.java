package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.CameraSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address as libavformat wants it, with the credentials in it. Made for one call, kept and printed by nobody. */
final class CameraAddress {
    private CameraAddress() {}

    static String withCredentials(URI address, CameraSettings settings) {
        if (settings.user() == null) {
            return address.toASCIIString();
        }
        String plain = address.toASCIIString().substring("rtsp://".length());
        return "rtsp://" + escaped(settings.user()) + ":"
                + escaped(settings.password().reveal()) + "@" + plain;
    }

    /** libavformat undoes percent signs but takes a plus sign for itself. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
