package io.vedette.e2e.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** HTTP/1.1 byte by byte, for request targets that clients mend before they send them. */
final class RawRequest {
    private static final int LIMIT_MILLIS = 30_000;

    private RawRequest() {}

    /** The head of the answer. */
    static String head(URI server, String request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(LIMIT_MILLIS);
            String all = request + "\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.contains("\r\n\r\n") ? answer.substring(0, answer.indexOf("\r\n\r\n")) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }

    static int status(String head) {
        return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]);
    }

    /** By names in small letters. */
    static Map<String, List<String>> headers(String head) {
        return head.lines()
                .skip(1)
                .filter(line -> line.contains(":"))
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        Collectors.mapping(
                                line -> line.substring(line.indexOf(':') + 1).strip(), Collectors.toList())));
    }
}
