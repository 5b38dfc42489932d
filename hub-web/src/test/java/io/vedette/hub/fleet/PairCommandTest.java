package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the line in a real shell; only curl and java are stood in for, by scripts that fetch "agent" and say what they were told. */
class PairCommandTest {
    private static final String SHA256_OF_AGENT = "d4f0bc5a29de06b510f9aa428f1eedba926012b591fef7a518e776a7c9bd1824";

    @TempDir
    Path folder;

    @BeforeEach
    void standIns() {
        script("curl", "printf agent > vedette-agent.jar; echo curl \"$@\"");
        script("java", "echo java \"$@\"");
    }

    @Test
    void theFileIsFetchedCheckedPairedAndStarted() throws Exception {
        String said = run(new PairCommand("https://hub.example/", SHA256_OF_AGENT), 0);

        assertThat(said.lines())
                .containsExactly(
                        "curl -fO --progress-bar https://hub.example/get/vedette-agent.jar",
                        "vedette-agent.jar: OK",
                        "java -jar vedette-agent.jar pair https://hub.example",
                        "java -jar vedette-agent.jar run");
    }

    @Test
    void aFileThatWasChangedOnItsWayIsNotStarted() throws Exception {
        script("curl", "printf forged > vedette-agent.jar");

        String said = run(new PairCommand("https://hub.example", SHA256_OF_AGENT), 1);

        assertThat(said).contains("vedette-agent.jar: FAILED").doesNotContain("java ");
    }

    private String run(PairCommand command, int exit) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", "-c", command.line())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        builder.environment().put("LC_ALL", "C");
        Process shell = builder.start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isEqualTo(exit);
        return said;
    }

    private void script(String name, String body) {
        try {
            Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
