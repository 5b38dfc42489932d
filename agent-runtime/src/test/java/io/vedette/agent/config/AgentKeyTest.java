package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentKeyTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndStaysTheSame() throws IOException {
        Path file = folder.resolve("agent.key");

        String first = AgentKey.in(file).publicKey();

        assertThat(AgentKey.in(file).publicKey()).isEqualTo(first);
        assertThat(AgentKey.in(folder.resolve("other")).publicKey()).isNotEqualTo(first);
    }

    @Test
    void whoHasThePublicHalfCanCheckASignature() throws IOException, GeneralSecurityException {
        AgentKey key = AgentKey.in(folder.resolve("agent.key"));
        byte[] message = "hello".getBytes(StandardCharsets.UTF_8);

        byte[] signature = Base64.getUrlDecoder().decode(key.sign(message));

        assertThat(verifies(key.publicKey(), message, signature)).isTrue();
        assertThat(verifies(key.publicKey(), "hullo".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
    }

    @Test
    void halvesThatDoNotBelongTogetherAreRefused() throws IOException {
        AgentKey one = AgentKey.in(folder.resolve("one"));
        AgentKey two = AgentKey.in(folder.resolve("two"));
        assertThat(one.publicKey()).isNotEqualTo(two.publicKey());
        String ones = Files.readString(folder.resolve("one"));
        String twos = Files.readString(folder.resolve("two"));
        String mixed = ones.substring(0, ones.indexOf("-----BEGIN PUBLIC"))
                + twos.substring(twos.indexOf("-----BEGIN PUBLIC"));
        Files.writeString(folder.resolve("mixed"), mixed);

        assertThatThrownBy(() -> AgentKey.in(folder.resolve("mixed")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no usable key");
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("agent.key"), "not a key");

        assertThatThrownBy(() -> AgentKey.in(file)).isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo("not a key");
    }

    private static boolean verifies(String key, byte[] message, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(key))));
        check.update(message);
        return check.verify(signature);
    }
}
