package io.vedette.agent.wire.listen;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What is shown to whoever connects, and the key that proves it. */
public final class ShownCertificate {
    private static final char[] IN_MEMORY = {'-'};

    private final SSLContext context;

    private ShownCertificate(SSLContext context) {
        this.context = context;
    }

    /** @throws IOException when the two do not belong together */
    public static ShownCertificate of(PrivateKey key, X509Certificate certificate) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("receiver", key, IN_MEMORY, new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new ShownCertificate(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be shown", e);
        }
    }

    Socket over(Socket plain) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
    }
}
