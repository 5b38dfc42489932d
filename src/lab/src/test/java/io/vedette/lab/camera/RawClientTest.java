package io.vedette.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.Clips;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a player never shows: refusals, reports, and what a client gets that did not read for a while. */
@Execution(ExecutionMode.CONCURRENT)
class RawClientTest {
    private final AtomicLong ahead = new AtomicLong();
    private TestCamera camera;
    private Socket socket;
    private DataInputStream in;
    private String nonce = "";
    private String session = "";
    private int sequence;

    @BeforeEach
    void connect() throws IOException {
        CameraLogin login = new CameraLogin("watcher", "secret");
        camera = TestCamera.start(
                Clips.glimpse(), CameraDoor.usual(login), 0, Clock.systemUTC(), () -> System.nanoTime() + ahead.get());
        socket = new Socket(InetAddress.getLoopbackAddress(), camera.port());
        socket.setSoTimeout(5000);
        in = new DataInputStream(socket.getInputStream());
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        camera.close();
    }

    private static String md5(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private String ask(String method, String url, String header) throws Exception {
        String response = md5(md5("watcher:Vedette test camera:secret") + ":" + nonce + ":" + md5(method + ":" + url));
        String request = method + " " + url + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n" + header
                + (session.isEmpty() ? "" : "Session: " + session + "\r\n")
                + "Authorization: Digest username=\"watcher\", realm=\"Vedette test camera\", nonce=\"" + nonce
                + "\", uri=\"" + url + "\", response=\"" + response + "\"\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        Matcher body = Pattern.compile("Content-Length: (\\d+)").matcher(answer);
        assertThat(body.find()).isTrue();
        return answer + new String(in.readNBytes(Integer.parseInt(body.group(1))), StandardCharsets.US_ASCII);
    }

    private void login() throws Exception {
        Matcher challenge = Pattern.compile("nonce=\"(\\w+)\"").matcher(ask("DESCRIBE", camera.subUrl(), ""));
        assertThat(challenge.find()).isTrue();
        nonce = challenge.group(1);
    }

    private void play() throws Exception {
        login();
        String setUp =
                ask("SETUP", camera.subUrl() + "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=4-5\r\n");
        Matcher id = Pattern.compile("Session: (\\w+)").matcher(setUp);
        assertThat(id.find()).isTrue();
        session = id.group(1);
        assertThat(ask("PLAY", camera.subUrl() + "/", ""))
                .startsWith("RTSP/1.0 200")
                .contains("RTP-Info: url=");
    }

    private record Packet(int channel, byte[] bytes) {
        int kind() {
            return bytes[1] & 0xff;
        }

        long timestamp() {
            return Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(bytes).getInt(4));
        }

        int nalType() {
            return bytes[12] & 0x1f;
        }
    }

    private Packet packet() throws IOException {
        assertThat(in.readUnsignedByte()).isEqualTo('$');
        int channel = in.readUnsignedByte();
        return new Packet(channel, in.readNBytes(in.readUnsignedShort()));
    }

    @Test
    void describesItselfOnlyToWhoKnowsThePassword() throws Exception {
        assertThat(ask("DESCRIBE", camera.mainUrl(), "")).startsWith("RTSP/1.0 401");
        login();

        String description = ask("DESCRIBE", camera.mainUrl(), "");

        assertThat(description)
                .startsWith("RTSP/1.0 200")
                .contains("m=video", "sprop-parameter-sets=", "m=audio", "mode=AAC-hbr", "config=1408");
    }

    @Test
    void multicastIsRefusedAndSoIsAPlayWithoutASession() throws Exception {
        login();

        assertThat(ask("SETUP", camera.subUrl() + "/trackID=0", "Transport: RTP/AVP;multicast;port=5000-5001\r\n"))
                .startsWith("RTSP/1.0 461");
        assertThat(ask("PLAY", camera.subUrl(), "")).startsWith("RTSP/1.0 454");
    }

    @Test
    void aReportComesFirstThenParameterSetsAndAKeyFrame() throws Exception {
        play();

        Packet report = packet();
        assertThat(report.channel()).isEqualTo(5);
        assertThat(report.kind()).isEqualTo(200);
        assertThat(packet().nalType()).isEqualTo(7);
        assertThat(packet().nalType()).isEqualTo(8);
        Packet slice = packet();
        assertThat(slice.nalType()).isIn(5, 28);
        assertThat(slice.channel()).isEqualTo(4);
    }

    @Test
    void whoDidNotReadGoesOnWithTheNextKeyFrame() throws Exception {
        play();
        Packet last = packet();
        while (last.channel() == 5 || last.nalType() != 1) {
            last = packet(); // up to the first picture after the key frame
        }
        ahead.addAndGet(TimeUnit.SECONDS.toNanos(7));
        Packet next = packet();
        while (next.channel() == 5 || next.timestamp() - last.timestamp() < 90_000) {
            last = next.channel() == 4 ? next : last;
            next = packet();
        }

        assertThat(next.nalType()).isEqualTo(7);
        assertThat((next.timestamp() - last.timestamp()) % 9000).isZero();
    }

    @Test
    void aTeardownEndsTheConnection() throws Exception {
        play();
        socket.getOutputStream()
                .write(("TEARDOWN " + camera.subUrl() + " RTSP/1.0\r\nCSeq: 9\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        in.transferTo(java.io.OutputStream.nullOutputStream());

        assertThat(in.read()).isEqualTo(-1);
    }
}
