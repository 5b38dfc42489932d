package io.vedette.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.truth.TruthClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The camera as a process of its own. */
class TestCameraMainTest {
    private static ProcessBuilder camera(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TestCameraMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("VEDETTE_CAMERA_PASSWORD", "secret");
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void saysWhenItIsReadyTellsTheTruthAndEndsWithItsInput() throws Exception {
        int truthPort = freePort();
        Process process = camera("--port", "0", "--clip", "target/clips", "--user", "u", "--truth-port", "" + truthPort)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                TruthClient truth = new TruthClient(truthPort)) {
            assertThat(out.readLine()).matches("camera ready on rtsp://127\\.0\\.0\\.1:[1-9]\\d+/main");
            assertThat(truth.truth().crossings()).hasSize(3);

            process.getOutputStream().close();

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatItDoesNotKnowIsRefusedWithAWord() throws Exception {
        Process process = camera("--port", "0", "--password", "x").start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).contains("--password");
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }
}
