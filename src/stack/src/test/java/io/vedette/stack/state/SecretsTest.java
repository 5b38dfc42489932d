package io.vedette.stack.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void theFileIsReadableByItsOwnerOnly() throws IOException {
        assertThat(Secrets.in(file()).camera().reveal()).isNotBlank();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretStaysTheSameFromStartToStart() {
        Secret first = Secrets.in(file()).hubClient();

        assertThat(Secrets.in(file()).hubClient().reveal()).isEqualTo(first.reveal());
    }

    @Test
    void noTwoSecretsAndNoTwoStacksAreAlike() {
        Secrets here = Secrets.in(file());
        Secrets there = Secrets.in(folder.resolve("other.properties"));

        List<String> all = List.of(
                here.databaseSuperuser().reveal(),
                here.databaseOwner().reveal(),
                here.databaseApp().reveal(),
                here.databaseKeycloak().reveal(),
                here.keycloakAdmin().reveal(),
                here.hubClient().reveal(),
                here.account("owner").reveal(),
                here.account("guard").reveal(),
                there.databaseOwner().reveal(),
                there.account("owner").reveal());
        assertThat(all)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThanOrEqualTo(16));
    }

    @Test
    void theTicketKeyIs32BytesInBase64() {
        String key = Secrets.in(file()).ticketKey().reveal();

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void aSecretDoesNotShowItself() {
        Secret secret = Secret.fresh();

        assertThat(secret.toString()).doesNotContain(secret.reveal());
        assertThat(String.valueOf(List.of(secret))).doesNotContain(secret.reveal());
    }

    @Test
    void aValueThatWouldNeedAnEscapeIsRefused() {
        Kept kept = Kept.in(file(), "test");

        assertThatThrownBy(() -> kept.put("a", "b\\c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kept.put("a", "b\nc=d")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Kept.in(file(), "test").get("c")).isEmpty();
    }

    private Path file() {
        return folder.resolve("secrets.properties");
    }
}
