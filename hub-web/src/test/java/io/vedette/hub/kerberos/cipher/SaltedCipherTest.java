package io.vedette.hub.kerberos.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SaltedCipherTest {
    private static final Secret PASSPHRASE = new Secret("a-secret-of-theirs");
    /** By {@code openssl enc -aes-256-cbc -md md5 -pass pass:a-secret-of-theirs -S 0102030405060708}, which leaves the header to whoever gives the salt. */
    private static final byte[] BY_OPENSSL =
            Base64.getDecoder().decode("U2FsdGVkX18BAgMEBQYHCOuChmj4hliNG/Nsr2P3894Sq5tNtKdwU/9b8qtlGyZR");

    @Test
    void whatOpensslEncryptedIsReadAgain() {
        assertThat(SaltedCipher.decrypt(BY_OPENSSL, PASSPHRASE))
                .hasValueSatisfying(text ->
                        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("that it is there"));
    }

    @Test
    void anotherPassphraseOpensNothing() {
        assertThat(SaltedCipher.decrypt(BY_OPENSSL, new Secret("another-of-theirs")))
                .isEmpty();
        assertThat(SaltedCipher.decrypt(BY_OPENSSL, new Secret(""))).isEmpty();
    }

    @Test
    void whatIsCutOrOfAnotherFormOpensNothing() {
        for (int length = 0; length < BY_OPENSSL.length; length++) {
            assertThat(SaltedCipher.decrypt(Arrays.copyOf(BY_OPENSSL, length), PASSPHRASE))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        byte[] unsalted = BY_OPENSSL.clone();
        unsalted[0] = 'P';
        assertThat(SaltedCipher.decrypt(unsalted, PASSPHRASE)).isEmpty();
    }
}
