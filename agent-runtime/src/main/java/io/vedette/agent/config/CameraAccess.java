package io.vedette.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the camera is reached.
 *
 * @param main RTSP address of the stream that is recorded, without credentials
 * @param sub RTSP address of a smaller stream of the same picture, for motion; null when the camera has none
 * @param user empty when the camera asks for nobody
 */
public record CameraAccess(URI main, @Nullable URI sub, String user, Secret password) {

    /** Reads what a person wrote; throws {@link IllegalArgumentException} with a sentence for that person. */
    static URI stream(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason() + ".", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("rtsp") || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "begins with rtsp:// and names a host, like rtsp://192.168.1.20/stream.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "holds no user or password: they have lines of their own, so that the address may be shown.");
        }
        // one spelling from here on: RTSP:// is the same address
        return URI.create("rtsp" + uri.toString().substring(scheme.length()));
    }
}
