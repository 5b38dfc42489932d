package io.vedette.agent.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer of HTTP/1.1 (RFC 9112, sections 4 to 7). The hub is believed in nothing: every part has a largest size. */
final class AnswerReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final int MOST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_BODY = 64 * 1024;

    private final InputStream in;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    HttpAnswer read(String method) throws IOException {
        int status = status();
        Map<String, String> headers = headers();
        while (status < 200) {
            status = status();
            headers = headers();
        }
        boolean bare = method.equals("HEAD") || status == 204 || status == 304;
        return new HttpAnswer(status, Map.copyOf(headers), bare ? new byte[0] : body(headers));
    }

    private int status() throws IOException {
        Matcher line = STATUS.matcher(line());
        if (!line.matches()) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        int count = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++count > MOST_HEADERS) {
                throw new IOException("the answer's headers cannot be read");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            return within(in.readNBytes(MOST_BODY + 1));
        }
        if (!length.matches("\\d{1,9}")) {
            throw new IOException("the answer's length cannot be read");
        }
        return exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.writeBytes(exactly(size));
            within(whole.toByteArray());
            if (!line().isEmpty()) {
                throw new IOException("a chunk of the answer is longer than it says");
            }
        }
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("a chunk of the answer has no size");
        }
        return Integer.parseInt(size, 16);
    }

    private byte[] exactly(int length) throws IOException {
        if (length > MOST_BODY) {
            throw new IOException("the answer is too long");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends early");
        }
        return bytes;
    }

    private static byte[] within(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BODY) {
            throw new IOException("the answer is too long");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the hub closed the connection without an answer");
            }
            if (line.size() == MOST_LINE) {
                throw new IOException("a line of the answer is too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
