package io.vedette.agent.config;

import io.vedette.agent.wire.PinnedCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an edge vault shows to those who bring, made once by the JDK's own keytool and kept beside the agent's key (PEM, mode
 * 0600: RFC 7468, PKCS#8 and the certificate). Agents know it by its fingerprint, so neither its name nor its end matters.
 */
public record VaultCertificate(PrivateKey key, X509Certificate certificate) {
    private static final String ALIAS = "receiver";
    private static final String A_HUNDRED_YEARS = "36500";
    private static final int MOST_FILE = 16 * 1024;

    /**
     * The one in the file, or a new one after writing it there: asked twice, it is the same.
     *
     * @throws IOException with a sentence for people, also when this Java has no keytool
     */
    public static VaultCertificate in(Path file) throws IOException {
        return in(file, Path.of(System.getProperty("java.home"), "bin", "keytool"));
    }

    static VaultCertificate in(Path file, Path keytool) throws IOException {
        return Files.exists(file) ? kept(file) : fresh(file, keytool);
    }

    private static VaultCertificate fresh(Path file, Path keytool) throws IOException {
        if (!Files.isExecutable(keytool)) {
            throw new IOException(
                    "this Java has no " + keytool
                            + ", which makes the certificate that agents know the vault by. Use a Java with it (java.base has it)");
        }
        Path store = file.resolveSibling(file.getFileName() + ".p12");
        String password = password();
        try {
            Files.deleteIfExists(store);
            made(keytool, store, password);
            try (InputStream in = Files.newInputStream(store)) {
                KeyStore all = KeyStore.getInstance("PKCS12");
                all.load(in, password.toCharArray());
                PrivateKey key = (PrivateKey) all.getKey(ALIAS, password.toCharArray());
                X509Certificate certificate = (X509Certificate) all.getCertificate(ALIAS);
                OwnerFile.write(
                        file,
                        Pem.of("PRIVATE KEY", key.getEncoded()) + Pem.of("CERTIFICATE", certificate.getEncoded()));
                return new VaultCertificate(key, certificate);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot use the certificate it made", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void made(Path keytool, Path store, String password) throws IOException {
        List<String> command = new ArrayList<>(List.of(keytool.toString(), "-genkeypair", "-alias", ALIAS));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=Vedette edge vault"));
        command.addAll(List.of("-validity", A_HUNDRED_YEARS, "-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass:env", "VEDETTE_STORE"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VEDETTE_STORE", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no certificate: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", e);
        }
    }

    private static VaultCertificate kept(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_FILE) {
                throw new GeneralSecurityException("too large");
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.block("PRIVATE KEY", text)));
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Pem.block("CERTIFICATE", text)));
            return new VaultCertificate(key, certificate);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file
                            + " holds no usable certificate. Put it back from a backup, or delete it: the next start makes a new one,"
                            + " and the hub tells the agents.",
                    e);
        }
    }

    private static String password() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** By which agents know it: {@link PinnedCertificate#fingerprint}. */
    public String fingerprint() throws IOException {
        try {
            return PinnedCertificate.fingerprint(certificate);
        } catch (CertificateException e) {
            throw new IOException("the certificate cannot be read", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "VaultCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
