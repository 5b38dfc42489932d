package io.vedette.agent.camera;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the camera is and who it lets in.
 *
 * @param main RTSP address of the stream that is recorded and shown; without credentials
 * @param sub RTSP address of the small stream that is watched for motion; without it the main stream's key frames are
 * @param user null when the camera asks for nobody
 */
public record CameraSettings(
        URI main, @Nullable URI sub, @Nullable String user, CameraPassword password) {

    public CameraSettings {
        check(main);
        if (sub != null) {
            check(sub);
        }
    }

    private static void check(URI address) {
        if (!"rtsp".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("A camera's address looks like rtsp://192.168.1.20/stream");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "A camera's address must not carry the user or the password: give them apart");
        }
    }
}
