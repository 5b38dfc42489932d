package io.vedette.lab.camera;

import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, and how.
 *
 * @param basic true when the password is asked for by basic authentication, else by digest
 * @param tls the camera's certificate and key, for RTSP over TLS; null for plain RTSP
 */
public record CameraDoor(
        CameraLogin login, boolean basic, @Nullable SSLContext tls) {
    /** Digest authentication, nothing encrypted: how most cameras come. */
    public static CameraDoor usual(CameraLogin login) {
        return new CameraDoor(login, false, null);
    }

    public CameraDoor withBasic() {
        return new CameraDoor(login, true, tls);
    }

    public CameraDoor withTls(SSLContext certificate) {
        return new CameraDoor(login, basic, certificate);
    }

    LoginCheck check(SecureRandom random) {
        return basic ? new BasicCheck(login) : new DigestCheck(login, random);
    }
}
