package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamEnded.Why;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides which certificates libavformat may take for the camera's. It compares names, but never the numbers that most cameras
 * are addressed by: behind a number any certificate of a trusted authority would do. So whoever answers is looked at first,
 * without a word being said to it, and behind a number only the very certificate that was named is taken.
 */
final class TlsIdentity {
    private static final int PATIENCE_MILLIS = 4_000;
    private static final int RTSPS_PORT = 322;
    private static final int HTTPS_PORT = 443;
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*]");

    /** Where Debian keeps what it trusts; libavformat knows no place of its own. */
    private static final Path TRUSTED = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private TlsIdentity() {}

    /** Connects with the certificates in a file, and with no others. */
    interface Connecting {
        Demuxer with(Path trusted) throws StreamEnded;
    }

    /**
     * Connects to who was found to be the camera.
     *
     * @param named by the settings; null for what this machine trusts
     */
    static Demuxer checked(URI camera, @Nullable Path named, Connecting connecting) throws StreamEnded {
        Path known = named == null ? TRUSTED : named;
        Certificate shown = shown(camera);
        try {
            if (!read(known).contains(shown)) {
                return bySignature(camera, known, connecting);
            }
            Path alone = alone(shown);
            try {
                return opened(alone, connecting);
            } finally {
                Files.delete(alone);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StreamEnded(Why.UNTRUSTED, known + " cannot be read: " + e.getMessage());
        }
    }

    private static Demuxer bySignature(URI camera, Path known, Connecting connecting) throws StreamEnded {
        if (NUMBER.matcher(camera.getHost()).matches()) {
            throw new StreamEnded(
                    Why.UNTRUSTED,
                    "behind an address in numbers only its own certificate can be known, and that is not in " + known);
        }
        return opened(known, connecting);
    }

    private static Demuxer opened(Path trusted, Connecting connecting) throws StreamEnded {
        try {
            return connecting.with(trusted);
        } catch (StreamEnded e) {
            // somebody was there and spoke TLS a moment ago: what libavformat then calls an input/output error is the
            // check
            throw e.why() == Why.REFUSED ? new StreamEnded(Why.UNTRUSTED, "it is not signed for this address") : e;
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static Path alone(Certificate one) throws IOException, GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(one.getEncoded());
        Path file = Files.createTempFile("camera", ".pem");
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private static Certificate shown(URI camera) throws StreamEnded {
        int usual = "https".equals(camera.getScheme()) ? HTTPS_PORT : RTSPS_PORT;
        int port = camera.getPort() < 0 ? usual : camera.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(camera.getHost(), port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ShownCertificate()}, null);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, camera.getHost(), port, true)) {
                socket.startHandshake();
                return List.of(socket.getSession().getPeerCertificates()).getFirst();
            }
        } catch (SocketTimeoutException e) {
            throw new StreamEnded(Why.TIMED_OUT, "no handshake");
        } catch (SSLException e) {
            throw new StreamEnded(Why.BROKEN, "no TLS: " + e.getMessage());
        } catch (IOException e) {
            throw new StreamEnded(Why.REFUSED, e.getMessage() == null ? "no connection" : e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
