package io.vedette.lab.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that the camera signed itself, as cameras do, made by the JDK's own keytool.
 *
 * @param context for the camera's side
 * @param pem the certificate as whoever trusts this camera keeps it
 */
public record CameraCertificate(SSLContext context, Path pem) {
    private static final String ALIAS = "camera";

    /** @param name what the certificate is good for, as keytool writes it: {@code ip:127.0.0.1} */
    public static CameraCertificate make(Path folder, String name) throws IOException {
        byte[] random = new byte[16];
        new java.security.SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path store = folder.resolve("camera.p12");
        keytool(store, name, password);
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            String body = lines.encodeToString(keys.getCertificate(ALIAS).getEncoded());
            Path pem = folder.resolve("camera.pem");
            Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
            return new CameraCertificate(context, pem);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot use the certificate it made", e);
        }
    }

    private static void keytool(Path store, String name, String password) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + ALIAS,
                        "-validity",
                        "2",
                        "-ext",
                        "san=" + name,
                        "-ext",
                        "bc:c",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "KEYSTORE_PASSWORD")
                .redirectErrorStream(true);
        builder.environment().put("KEYSTORE_PASSWORD", password);
        Process keytool = builder.start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool made no certificate: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", e);
        }
    }
}
