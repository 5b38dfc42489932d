package io.vedette.agent.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections: plain where the address says so, else TLS with checked host name or a pinned certificate. */
final class Wire {
    // What lies in the kernel cannot be taken back when a transfer is cancelled or a live picture is stale: keep it
    // small.
    static final int SEND_BUFFER = 128 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private Wire() {}

    /** TCP to the first address of the host that answers. The caller closes the socket. */
    static Socket connect(Peer peer, Duration limit) throws IOException {
        @Nullable IOException fault = null;
        for (InetAddress address : InetAddress.getAllByName(peer.host())) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setSendBufferSize(SEND_BUFFER);
                socket.connect(new InetSocketAddress(address, peer.port()), Math.toIntExact(limit.toMillis()));
                return socket;
            } catch (IOException e) {
                socket.close();
                fault = e;
            }
        }
        throw fault == null ? new IOException("the host has no address") : fault;
    }

    /** TLS over a connected socket; closing it closes both. */
    static Socket secure(Socket plain, Peer peer) throws IOException {
        Optional<String> pinned = peer.fingerprint();
        SSLSocketFactory factory = pinned.isPresent()
                ? PinnedCertificate.factory(pinned.get())
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket tls = (SSLSocket) factory.createSocket(plain, peer.host(), peer.port(), true);
        if (pinned.isEmpty()) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
        }
        tls.startHandshake();
        return tls;
    }

    /** Ends a connection now and throws away what has not left yet. */
    static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            LOG.debug("already closed by the other side: {}", e.getMessage());
        }
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket that cannot be closed is gone already: {}", e.getMessage());
        }
    }
}
