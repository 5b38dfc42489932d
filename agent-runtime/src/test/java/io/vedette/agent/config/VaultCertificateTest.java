package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultCertificateTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("receiver.pem");

        VaultCertificate made = VaultCertificate.in(file);

        assertThat(VaultCertificate.in(file).certificate()).isEqualTo(made.certificate());
        assertThat(made.toString()).doesNotContain("PRIVATE");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aJavaWithoutKeytoolSaysSo() {
        Path missing = folder.resolve("keytool");

        assertThatThrownBy(() -> VaultCertificate.in(folder.resolve("receiver.pem"), missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no " + missing);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDamagedOneSaysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("receiver.pem"), "-----BEGIN PRIVATE KEY-----\n");

        assertThatThrownBy(() -> VaultCertificate.in(file)).hasMessageContaining("Put it back from a backup");
    }
}
