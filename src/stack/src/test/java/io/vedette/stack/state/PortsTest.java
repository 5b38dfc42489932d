package io.vedette.stack.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    private static final int FIRST = 21480;

    @TempDir
    private Path folder;

    @Test
    void everyPortIsChosenOnceAndAllAreDifferent() {
        Ports first = Ports.in(file(), FIRST);
        Ports later = Ports.in(file(), FIRST + 1000);

        assertThat(Arrays.stream(Port.values()).map(first::of)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Port.values()).map(later::of))
                .containsExactlyElementsOf(
                        Arrays.stream(Port.values()).map(first::of).toList());
    }

    @Test
    void aPortThatIsTakenIsNotChosen() throws IOException {
        try (ServerSocket taken = listening(0)) {
            Ports ports = Ports.in(file(), taken.getLocalPort());

            assertThat(ports.of(Port.HUB)).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void freePortsAreNoObstacle() {
        Ports ports = Ports.in(file(), FIRST);

        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void aBusyPortIsNamedWithItsUseAndTheWaysOut() throws IOException {
        Ports ports = Ports.in(file(), FIRST);

        try (ServerSocket taken = listening(ports.of(Port.KEYCLOAK))) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (keycloak) is taken")
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining("-Dvedette.var=");
        }
    }

    @Test
    void aPortThatListensOnEveryAddressIsBusyToo() throws IOException {
        Ports ports = Ports.in(file(), FIRST);

        try (ServerSocket taken = new ServerSocket(ports.of(Port.HUB))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(ports::requireFree).hasMessageContaining("(hub)");
        }
    }

    @Test
    void aLineThatIsNoPortIsSaidInWords() throws IOException {
        Files.writeString(file(), "hub=eighty\n");

        assertThatThrownBy(() -> Ports.in(file(), FIRST))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("hub=eighty");
    }

    private Path file() {
        return folder.resolve("ports.properties");
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
