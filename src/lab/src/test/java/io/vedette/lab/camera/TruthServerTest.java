package io.vedette.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.lab.Clips;
import io.vedette.lab.truth.GroundTruth;
import io.vedette.lab.truth.TruthClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TruthServerTest {
    private TestCamera camera;
    private TruthServer server;
    private TruthClient client;

    @BeforeEach
    void start() throws IOException {
        camera = TestCamera.start(Clips.glimpse(), new CameraLogin("watcher", "secret"), 0, Clock.systemUTC());
        server = new TruthServer(camera, 0);
        client = new TruthClient(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        camera.close();
    }

    private Socket ask(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), camera.port());
        socket.setSoTimeout(3000);
        socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Test
    void tellsTheCamerasOwnTruth() {
        GroundTruth told = client.truth();

        GroundTruth own = camera.truth();
        assertThat(told.anchor()).isEqualTo(own.anchor());
        assertThat(told.crossings()).isEqualTo(own.crossings()).hasSize(1);
        assertThat(told.lightSwitchMs()).isEqualTo(4000);
        assertThat(told.positionAt(Instant.now()).toMillis())
                .isBetween(told.nowPositionMs(), told.nowPositionMs() + 2000);
    }

    @Test
    void aPausedCameraTakesConnectionsAndSaysNothingUntilItGoesOn() throws IOException {
        client.pause();
        try (Socket socket = ask("OPTIONS * RTSP/1.0\r\nCSeq: 1")) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> firstLine(socket)).hasMessageContaining("timed out");

            client.resume();

            socket.setSoTimeout(3000);
            assertThat(firstLine(socket)).isEqualTo("RTSP/1.0 200 OK");
        }
    }

    @Test
    void aStoppedCameraRefusesUntilItIsStartedAndADroppedClientIsCut() throws IOException {
        client.stop();
        assertThatThrownBy(() -> ask("OPTIONS * RTSP/1.0").close()).hasMessageContaining("refused");

        client.start();

        try (Socket socket = ask("OPTIONS * RTSP/1.0\r\nCSeq: 1")) {
            assertThat(firstLine(socket)).isEqualTo("RTSP/1.0 200 OK");
            client.drop();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsNoRtspAndWhoShowsNoPasswordGetNothing() throws IOException {
        try (Socket socket = ask("GET / HTTP/1.1")) {
            assertThat(firstLine(socket)).isEmpty();
        }
        try (Socket socket = ask("DESCRIBE " + camera.mainUrl() + " RTSP/1.0\r\nCSeq: 1")) {
            assertThat(firstLine(socket)).isEqualTo("RTSP/1.0 401 Unauthorized");
        }
    }
}
