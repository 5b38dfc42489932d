package io.vedette.agent.camera.ffmpeg;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * For a handshake after which nothing is sent: lets it end, so that the certificate can be looked at. Never for a connection
 * that carries anything.
 */
final class ShownCertificate extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        // looked at afterwards
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        // looked at afterwards
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        // looked at afterwards
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new IllegalStateException("nobody connects to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        throw new IllegalStateException("nobody connects to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw new IllegalStateException("nobody connects to us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
