package io.vedette.agent.wire.listen;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of a request of HTTP/1.1 (RFC 9112), strictly: what could be read in two ways is refused. */
final class RequestReader {
    /** Of request line and headers together. */
    static final int MOST_HEAD = 8 * 1024;

    private static final Pattern LINE = Pattern.compile("([A-Z]{1,10}) (/[!-~]{0,200}) HTTP/1\\.1");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([ -~\\t]*?)[ \\t]*");

    /** It is no request that is understood here. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Response response;

        Refused(int status, String words) {
            super(words);
            this.response = Response.of(status, words);
        }

        Response response() {
            return response;
        }
    }

    private RequestReader() {}

    /** @throws Refused with what to answer */
    static Request read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n", -1);
        Matcher line = LINE.matcher(lines[0]);
        if (!line.matches()) {
            throw new Refused(400, "This is no request of HTTP/1.1.");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            Matcher header = HEADER.matcher(lines[i]);
            if (!header.matches()) {
                throw new Refused(400, "A header cannot be read.");
            }
            if (headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2)) != null) {
                throw new Refused(400, "A header is there twice.");
            }
        }
        if (headers.containsKey("transfer-encoding")) {
            throw new Refused(411, "A body comes with its length.");
        }
        return withBody(line, headers, in);
    }

    private static Request withBody(Matcher line, Map<String, String> headers, InputStream in) throws Refused {
        String told = headers.getOrDefault("content-length", "0");
        if (!told.matches("\\d{1,15}")) {
            throw new Refused(400, "The length of the body is no number.");
        }
        long length = Long.parseLong(told);
        return new Request(line.group(1), line.group(2), Map.copyOf(headers), length, new Body(in, length));
    }

    /** Without the empty line at its end. */
    private static String head(InputStream in) throws IOException {
        byte[] head = new byte[MOST_HEAD];
        for (int n = 0; n < MOST_HEAD; n++) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException("the request ends in its head");
            }
            head[n] = (byte) read;
            if (n >= 3 && head[n] == '\n' && head[n - 1] == '\r' && head[n - 2] == '\n' && head[n - 3] == '\r') {
                return new String(head, 0, n - 3, StandardCharsets.ISO_8859_1);
            }
        }
        throw new Refused(431, "The head of the request is too large.");
    }

    /** Ends where the request does, whatever comes after. */
    private static final class Body extends FilterInputStream {
        private long left;

        Body(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(length, left));
            if (read > 0) {
                left -= read;
            }
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            byte[] piece = new byte[(int) Math.min(8192, Math.max(0, n))];
            int read = read(piece, 0, piece.length);
            return Math.max(0, read);
        }

        @Override
        public void close() {
            // the connection's end closes it
        }
    }
}
