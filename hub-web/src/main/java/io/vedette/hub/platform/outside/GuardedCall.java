package io.vedette.hub.platform.outside;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts a document to an address that somebody wrote down, or sees whether it opens. The name is resolved once and the very address that was looked at is the one
 * that is connected to, which the JDK's HTTP client cannot promise; that is why this speaks HTTP/1.1 by itself, as little of it as that
 * needs. Follows no redirect, uses no proxy, reads of the answer its first line.
 */
public final class GuardedCall {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration ALTOGETHER = Duration.ofSeconds(30);
    private static final int LONGEST_LINE = 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

    private final Set<InetAddress> named;
    private final SSLSocketFactory tls;
    private final Duration most;

    /** @param named addresses that are not public and may be asked nevertheless */
    public GuardedCall(Set<InetAddress> named) {
        this(named, (SSLSocketFactory) SSLSocketFactory.getDefault(), ALTOGETHER);
    }

    /** @param most how long one post may take, however busy the other side looks */
    GuardedCall(Set<InetAddress> named, SSLSocketFactory tls, Duration most) {
        this.named = Set.copyOf(named);
        this.tls = tls;
        this.most = most;
    }

    /** The status of the answer; {@link IOException} when there is none, or the address may not be asked. */
    public int post(URI to, Map<String, String> headers, byte[] body) throws IOException {
        return call("POST", to, headers, body);
    }

    /** The same for reading; of what is there nothing is read. */
    public int get(URI to, Map<String, String> headers) throws IOException {
        return call("GET", to, headers, new byte[0]);
    }

    private int call(String method, URI to, Map<String, String> headers, byte[] body) throws IOException {
        InetAddress address = InetAddress.getByName(to.getHost());
        if (!Reachable.may(address, named)) {
            throw new IOException(to.getHost() + " is " + address.getHostAddress()
                    + ", which is not a public address and is not named in the settings");
        }
        boolean secure = to.getScheme().equals("https");
        int port = to.getPort() >= 0 ? to.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket(Proxy.NO_PROXY);
                var unused = ending(plain)) {
            plain.connect(new InetSocketAddress(address, port), Math.toIntExact(CONNECT.toMillis()));
            plain.setSoTimeout(Math.toIntExact(SILENCE.toMillis()));
            try (Socket socket = secure ? secured(plain, to.getHost(), port) : plain) {
                socket.getOutputStream().write(head(method, to, headers, body.length));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
                return status(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    /** The certificate must be that of the name, not of the address. */
    private Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Closes the socket when it has taken too long: no limit of a single read does that. */
    private Ending ending(Socket socket) {
        var late = new CompletableFuture<Void>().completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS);
        var unused = late.thenRun(() -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return () -> late.cancel(false);
    }

    private interface Ending extends AutoCloseable {
        @Override
        void close();
    }

    private static byte[] head(String method, URI to, Map<String, String> headers, int length) throws IOException {
        String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(to.getRawQuery() == null ? "" : "?" + to.getRawQuery())
                .append(" HTTP/1.1\r\n");
        line(head, "Host", to.getRawAuthority());
        line(head, "User-Agent", "vedette-hub");
        line(head, "Content-Length", Integer.toString(length));
        line(head, "Connection", "close");
        for (Map.Entry<String, String> one : headers.entrySet()) {
            line(head, one.getKey(), one.getValue());
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void line(StringBuilder head, String name, String value) throws IOException {
        if (!HEADER_VALUE.matcher(value).matches()) {
            throw new IOException("a header cannot hold the value of " + name);
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static int status(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() >= LONGEST_LINE) {
                throw new IOException("the answer is not HTTP");
            }
            line.write(next);
        }
        Matcher status =
                STATUS.matcher(line.toString(StandardCharsets.ISO_8859_1).strip());
        if (!status.matches()) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(status.group(1));
    }
}
