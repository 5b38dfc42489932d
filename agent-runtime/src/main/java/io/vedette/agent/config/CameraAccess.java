package io.vedette.agent.config;

import io.vedette.contracts.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the camera is reached.
 *
 * @param main the stream that is recorded and shown
 * @param sub a smaller stream of the same picture, for motion; null when the camera has none
 * @param user empty when the camera asks for nobody
 * @param transport of an RTSP camera's packets
 * @param trust certificates in PEM that a camera over TLS must show one of, or one signed by them; null for those this
 *     machine trusts
 */
public record CameraAccess(
        StreamAddress main,
        @Nullable StreamAddress sub,
        String user,
        Secret password,
        Transport transport,
        @Nullable Path trust) {

    /** By TCP, without certificates of its own. */
    public CameraAccess(StreamAddress main, @Nullable StreamAddress sub, String user, Secret password) {
        this(main, sub, user, password, Transport.TCP, null);
    }

    /** Reads what a person wrote; throws {@link IllegalArgumentException} with a sentence for that person. */
    static Path certificates(String text) {
        Path file = Path.of(text);
        if (!file.isAbsolute() || !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "is the whole path of a file of certificates (PEM) that this agent may read; there is none such.");
        }
        return file;
    }
}
