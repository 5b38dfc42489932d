package io.vedette.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@EndToEnd
@Order(5)
class StackIT {
    @Test
    void everythingRunsThatTheTableNames(House house) {
        assertThat(house.stack().running())
                .containsExactlyInAnyOrder(
                        "postgres",
                        "keycloak",
                        "hub",
                        "camera-gate",
                        "camera-dock",
                        "agent-gate",
                        "agent-loading-dock");
    }

    @Test
    void stackJsonSaysWhereEverythingIsToItsOwnerOnly(House house) throws IOException {
        Stack stack = house.stack();
        Path file = stack.folder().resolve("stack.json");
        JsonNode told = LinkCodec.json().readTree(file.toFile());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(told.path("hub").asText()).isEqualTo(stack.hub().toString());
        assertThat(told.path("keycloak").asText()).isEqualTo(stack.keycloak().toString());
        assertThat(told.path("accounts").findValuesAsText("name"))
                .containsExactly("owner", "guard", "guest", "operator");
        assertThat(told.path("agents").findValuesAsText("name")).containsExactly("gate", "loading-dock");
        assertThat(told.path("database").asText()).startsWith("jdbc:postgresql://127.0.0.1:");
        assertThat(told.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    }

    /** A list of processes is everybody's to read. */
    @Test
    void noSecretStandsInAnArgumentList(House house) throws IOException {
        List<String> secrets = secrets(house.stack());
        for (String name : house.stack().running()) {
            String arguments = Files.readString(Path.of("/proc/" + house.stack().pid(name) + "/cmdline"));
            assertThat(secrets).as(name).noneMatch(arguments::contains);
        }
    }

    @Test
    void noSecretStandsInALog(House house) throws IOException {
        List<String> secrets = secrets(house.stack());
        try (Stream<Path> logs = Files.list(house.stack().logs())) {
            for (Path log : logs.toList()) {
                String said = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(secrets).as(log.toString()).noneMatch(said::contains);
            }
        }
    }

    /** By the kernel's table of sockets: 0100007F is 127.0.0.1, a listener is in state 0A. */
    @Test
    void everythingListensOnTheLoopbackOnly(House house) throws IOException {
        String ports = Files.readString(house.stack().folder().resolve("ports.properties"));
        List<String> wide = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.strip().split("\\s+");
                if (words.length > 3 && words[3].equals("0A")) {
                    String[] local = words[1].split(":");
                    boolean ours = ports.contains("=" + Integer.parseInt(local[1], 16));
                    boolean loopback = local[0].equals("0100007F")
                            || local[0].equals("0000000000000000FFFF00000100007F")
                            || local[0].equals("00000000000000000000000001000000");
                    if (ours && !loopback) {
                        wide.add(words[1]);
                    }
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    private static List<String> secrets(Stack stack) throws IOException {
        List<String> secrets = new ArrayList<>(stack.accounts().stream()
                .map(Account::password)
                .map(password -> password.reveal())
                .toList());
        Files.readAllLines(stack.secretsFile()).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\\", ""))
                .forEach(secrets::add);
        return secrets;
    }
}
