package io.vedette.lab.camera;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One RTSP request (RFC 2326, section 6). Header names are lower case. */
record RtspRequest(String method, String uri, Map<String, String> headers) {
    private static final int MOST_LINE = 4096;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_BODY = 65_536;

    /**
     * The next request; what the client sends on interleaved channels, its receiver reports, is read over.
     *
     * @return empty when the client hung up between requests
     * @throws IOException also for whatever is not RTSP
     */
    static Optional<RtspRequest> read(InputStream in) throws IOException {
        int first = in.read();
        while (first == '$') {
            in.skipNBytes(1);
            int high = in.read();
            in.skipNBytes((high << 8 | in.read()) & 0xffff);
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        String[] parts = ((char) first + line(in)).split(" ");
        if (parts.length != 3 || !parts[2].equals("RTSP/1.0")) {
            throw new IOException("no RTSP request");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new IOException("no RTSP header");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        skipBody(in, headers.getOrDefault("content-length", "0"));
        return Optional.of(new RtspRequest(parts[0], parts[1], headers));
    }

    private static void skipBody(InputStream in, String length) throws IOException {
        try {
            int bytes = Integer.parseInt(length);
            if (bytes < 0 || bytes > MOST_BODY) {
                throw new IOException("a body of " + bytes + " bytes");
            }
            in.skipNBytes(bytes);
        } catch (NumberFormatException e) {
            throw new IOException("no content length", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        byte[] bytes = new byte[MOST_LINE];
        for (int length = 0; length < MOST_LINE; length++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("hung up within a request");
            }
            if (next == '\n') {
                int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
                return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
            }
            bytes[length] = (byte) next;
        }
        throw new IOException("a line without end");
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The path without a slash at its end; empty for {@code *} and for what is no address. */
    String path() {
        try {
            String path = new URI(uri).getPath();
            return path == null || uri.equals("*") ? "" : path.replaceFirst("/$", "");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
