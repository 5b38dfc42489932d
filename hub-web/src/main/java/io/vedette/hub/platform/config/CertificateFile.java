package io.vedette.hub.platform.config;

import io.vedette.contracts.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

/** Says why a file cannot serve as the hub's certificate: the server itself would start, and then end every connection. */
final class CertificateFile {
    /** What the server is told to look for. */
    private static final String ALIAS = "hub";

    private CertificateFile() {}

    static Optional<String> fault(Path file, Secret password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.reveal().toCharArray());
            return store.entryInstanceOf(ALIAS, KeyStore.PrivateKeyEntry.class)
                    ? Optional.empty()
                    : Optional.of("holds no key with a certificate under the alias " + ALIAS);
        } catch (IOException | GeneralSecurityException e) {
            // the reason may repeat what was in the file or how it was opened
            return Optional.of("cannot be read as PKCS12 with its password");
        }
    }
}
