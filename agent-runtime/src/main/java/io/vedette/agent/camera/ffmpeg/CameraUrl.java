package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address as libavformat wants it, with the credentials in it. Made for one call, kept and printed by nobody. */
final class CameraUrl {
    private CameraUrl() {}

    static String withCredentials(StreamAddress address, CameraAccess access) {
        String plain = address.uri().toASCIIString();
        if (access.user().isEmpty()) {
            return plain;
        }
        int host = plain.indexOf("://") + 3;
        return plain.substring(0, host)
                + escaped(access.user())
                + ":"
                + escaped(access.password().reveal())
                + "@"
                + plain.substring(host);
    }

    /** libavformat undoes percent signs but takes a plus sign for itself. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
