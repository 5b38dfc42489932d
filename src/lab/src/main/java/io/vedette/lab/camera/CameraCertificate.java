package io.vedette.lab.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a camera shows over TLS, made by the JDK's own keytool.
 *
 * @param context for the camera's side
 * @param pem what whoever trusts this camera keeps: its certificate, or that of who signed it
 */
public record CameraCertificate(SSLContext context, Path pem) {
    private static final String CAMERA = "camera";
    private static final String AUTHORITY = "authority";

    /**
     * Signed by the camera itself, as most are.
     *
     * @param name what the certificate is good for, as keytool writes it: {@code ip:127.0.0.1}
     */
    public static CameraCertificate make(Path folder, String name) throws IOException {
        try (Keys keys = new Keys(folder)) {
            keys.add(CAMERA, "-ext", "san=" + name, "-ext", "bc:c");
            return keys.camera(CAMERA);
        }
    }

    /** As {@link #make}, signed by an authority that is known to nobody. */
    public static CameraCertificate signed(Path folder, String name) throws IOException {
        try (Keys keys = new Keys(folder)) {
            keys.add(AUTHORITY, "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
            keys.add(CAMERA, "-ext", "san=" + name, "-signer", AUTHORITY);
            return keys.camera(AUTHORITY);
        }
    }

    /** A store of keys below a password that nobody learns. */
    private static final class Keys implements AutoCloseable {
        private final Path folder;
        private final Path store;
        private final String password;

        Keys(Path folder) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            this.folder = folder;
            this.store = folder.resolve("keys.p12");
            this.password = HexFormat.of().formatHex(random);
        }

        /** @param more options of keytool */
        void add(String alias, String... more) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    alias,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=" + alias,
                    "-validity",
                    "2",
                    "-keystore",
                    store.toString(),
                    "-storepass:env",
                    "KEYSTORE_PASSWORD"));
            command.addAll(List.of(more));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
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

        /** @param trusted whose certificate is to be kept by whoever trusts the camera */
        CameraCertificate camera(String trusted) throws IOException {
            try (InputStream in = Files.newInputStream(store)) {
                KeyStore all = KeyStore.getInstance("PKCS12");
                all.load(in, password.toCharArray());
                Certificate kept = all.getCertificate(trusted);
                if (!trusted.equals(CAMERA)) {
                    all.deleteEntry(trusted); // or it would be shown as the camera's
                }
                KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                managers.init(all, password.toCharArray());
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(managers.getKeyManagers(), null, null);
                String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(kept.getEncoded());
                Path pem = folder.resolve(trusted + ".pem");
                Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
                return new CameraCertificate(context, pem);
            } catch (GeneralSecurityException e) {
                throw new IOException("this Java cannot use the certificate it made", e);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(store);
        }
    }
}
