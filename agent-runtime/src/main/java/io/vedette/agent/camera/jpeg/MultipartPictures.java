package io.vedette.agent.camera.jpeg;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Takes the parts out of a body of multipart/x-mixed-replace (RFC 2046, section 5.1, as browsers have taken it since 1995). A part
 * says how long it is, or ends where the next one begins. One thread.
 */
final class MultipartPictures {
    static final int MOST_PICTURE = 8 << 20;

    private static final int MOST_LINE = 1024;
    private static final int MOST_LINES = 100;
    private static final String LENGTH = "content-length:";

    private final InputStream in;
    private final byte[] delimiter;
    private boolean ahead; // the next part's delimiter has been read already

    /** @param boundary as the answer names it; some cameras write the two dashes before it there as well */
    MultipartPictures(InputStream in, String boundary) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.delimiter = (boundary.startsWith("--") ? boundary : "--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The next part's body. Throws {@link IOException} at the end, and for what is no such body. */
    byte[] next() throws IOException {
        String wanted = new String(delimiter, StandardCharsets.ISO_8859_1);
        int lines = 0;
        while (!line().startsWith(wanted)) {
            if (++lines > MOST_LINES) {
                throw new IOException("no part begins");
            }
        }
        OptionalInt length = OptionalInt.empty();
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (++lines > MOST_LINES) {
                throw new IOException("a part's headers have no end");
            }
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = OptionalInt.of(length(header.substring(LENGTH.length()).strip()));
            }
        }
        return length.isPresent() ? exactly(length.getAsInt()) : untilTheNext();
    }

    private static int length(String text) throws IOException {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > MOST_PICTURE) {
            throw new IOException("a picture of " + text.substring(0, Math.min(text.length(), 20)) + " bytes");
        }
        return Integer.parseInt(text);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends within a picture");
        }
        return bytes;
    }

    private byte[] untilTheNext() throws IOException {
        byte[] picture = new byte[64 * 1024];
        int size = 0;
        while (!ends(picture, size)) {
            if (size == MOST_PICTURE) {
                throw new IOException("a picture without an end");
            }
            picture = size == picture.length ? Arrays.copyOf(picture, 2 * size) : picture;
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the answer ends within a picture");
            }
            picture[size++] = (byte) next;
        }
        ahead = true;
        return Arrays.copyOf(picture, size - delimiter.length);
    }

    private boolean ends(byte[] picture, int size) {
        int from = size - delimiter.length;
        return from >= 0
                && picture[size - 1] == delimiter[delimiter.length - 1]
                && Arrays.equals(picture, from, size, delimiter, 0, delimiter.length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        if (ahead) {
            ahead = false;
            line.append(new String(delimiter, StandardCharsets.ISO_8859_1));
        }
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the camera ended its answer");
            }
            if (line.length() == MOST_LINE) {
                throw new IOException("a line without an end");
            }
            line.append((char) next);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
}
