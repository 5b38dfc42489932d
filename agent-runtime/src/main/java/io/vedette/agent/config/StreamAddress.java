package io.vedette.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a stream of pictures comes from. Only the schemes listed here exist, so that no text of a person's can make the agent
 * run a command or read what is no camera; user and password are never in it, so that it may be shown.
 */
public record StreamAddress(URI uri) {
    /** What lies behind an address. */
    public enum Kind {
        RTSP("rtsp", "rtsp://192.168.1.20/stream"),
        /** RTSP over TLS. */
        RTSPS("rtsps", "rtsps://192.168.1.20/stream"),
        /** Pictures in JPEG, one after the other in one answer. */
        HTTP("http", "http://192.168.1.20/video.mjpg"),
        /** A camera at this machine, by USB or at a Raspberry Pi (Video4Linux). */
        V4L2("v4l2", "v4l2:/dev/video0"),
        /** A film that is played again and again, for tests. */
        FILE("file", "file:///srv/film.mp4");

        private static final Pattern DEVICE = Pattern.compile("/dev/video\\d{1,2}");

        private final String scheme;
        private final String example;

        Kind(String scheme, String example) {
            this.scheme = scheme;
            this.example = example;
        }

        private static boolean names(URI uri) {
            String path = uri.getPath();
            return of(uri).map(kind -> switch (kind) {
                        case FILE -> uri.getRawAuthority() == null && path != null && path.startsWith("/");
                        // all of it, so that no other file can be meant
                        case V4L2 ->
                            DEVICE.matcher(uri.getRawSchemeSpecificPart()).matches() && uri.getRawFragment() == null;
                        default -> uri.getHost() != null;
                    })
                    .orElse(false);
        }

        private static Optional<Kind> of(URI uri) {
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return Arrays.stream(values())
                    .filter(kind -> kind.scheme.equals(scheme.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    public StreamAddress {
        if (!Kind.names(uri)) {
            throw new IllegalArgumentException("looks like "
                    + Arrays.stream(Kind.values()).map(kind -> kind.example).collect(Collectors.joining(" or ")) + ".");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "holds no user or password: they have lines of their own, so that the address may be shown.");
        }
        // one spelling from here on: RTSP:// is the same address
        uri = URI.create(uri.getScheme().toLowerCase(Locale.ROOT)
                + uri.toString().substring(uri.getScheme().length()));
    }

    /** Reads what a person wrote; throws {@link IllegalArgumentException} with a sentence for that person. */
    public static StreamAddress of(String text) {
        try {
            return new StreamAddress(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason() + ".", e);
        }
    }

    public Kind kind() {
        return Kind.of(uri).orElseThrow();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
