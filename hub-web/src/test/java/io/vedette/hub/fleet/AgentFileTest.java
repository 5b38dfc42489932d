package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentFileTest {
    @TempDir
    Path folder;

    @Test
    void theChecksumIsThatOfTheFileAndFollowsWhenItIsReplaced() throws IOException {
        Path jar = Files.writeString(folder.resolve("agent.jar"), "abc");
        var file = new AgentFile(jar);

        // the one-block example of FIPS 180-4
        assertThat(file.known().sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(file.known().bytes()).isEqualTo(3);

        Files.writeString(jar, "abcd");
        assertThat(file.known().sha256()).isEqualTo("88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeNotThere() {
        assertThatThrownBy(() -> new AgentFile(folder.resolve("none.jar")).known())
                .isInstanceOf(NoSuchFileException.class);
    }
}
