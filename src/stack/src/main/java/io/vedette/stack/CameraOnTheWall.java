package io.vedette.stack;

import io.vedette.stack.state.Secret;
import io.vedette.stack.words.StackFailed;
import java.net.URI;

/** A real camera for one more agent. Its credentials come by environment: an address ends up in histories and lists of processes. */
public record CameraOnTheWall(URI address, String user, Secret password) {
    public CameraOnTheWall {
        if (!"rtsp".equals(address.getScheme()) || address.getHost() == null) {
            throw new StackFailed("-Dcamera= wants an address that begins with rtsp:// and names a host.");
        }
        if (address.getUserInfo() != null) {
            throw new StackFailed("Leave user and password out of -Dcamera=: put them into the environment as"
                    + " VEDETTE_CAMERA_USER and VEDETTE_CAMERA_PASSWORD.");
        }
    }

    static CameraOnTheWall of(String address, String user, String password) {
        try {
            return new CameraOnTheWall(URI.create(address), user, new Secret(password));
        } catch (IllegalArgumentException e) {
            throw new StackFailed("-Dcamera= is no address: it wants rtsp://host/path", e);
        }
    }
}
