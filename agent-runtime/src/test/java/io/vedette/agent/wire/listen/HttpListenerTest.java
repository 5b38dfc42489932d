package io.vedette.agent.wire.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What strangers may do to it. */
@Timeout(30)
class HttpListenerTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration NEVER = Duration.ofMinutes(5);

    private HttpListener listener;

    @BeforeEach
    void begin() throws IOException {
        listener = open(new HttpListener.Patience(2, SOON, NEVER, NEVER));
    }

    @AfterEach
    void end() throws IOException {
        listener.close();
    }

    @Test
    void aRequestIsAnswered() throws IOException {
        assertThat(said("PATCH /x HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("PATCH 5");
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefused() throws IOException {
        assertThat(said("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(said("GET /x HTTP/1.1\r\nA : b\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(said("GET /x HTTP/1.1\r\na: b\r\nA: c\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(said("POST /x HTTP/1.1\r\nContent-Length: -5\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(said("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 411 ");
        assertThat(said("GET /" + "x".repeat(9000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void whoDoesNotComeToTheEndOfTheHeadIsCut() throws IOException {
        assertThat(said("GET /x HTTP/1.1\r\nA: ")).isEmpty();
    }

    @Test
    void whoIsSilentInABodyIsCut() throws IOException {
        listener.close();
        listener = open(new HttpListener.Patience(2, NEVER, SOON, NEVER));

        assertThat(said("POST /x HTTP/1.1\r\nContent-Length: 5\r\n\r\nhe")).isEmpty();
    }

    @Test
    void whoTakesForeverIsCutHoweverMuchMoves() throws IOException {
        listener.close();
        listener = open(new HttpListener.Patience(2, NEVER, NEVER, SOON));

        assertThat(said("POST /x HTTP/1.1\r\nContent-Length: 5\r\n\r\nhe")).isEmpty();
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsSentAway() throws IOException {
        listener.close();
        listener = open(new HttpListener.Patience(2, NEVER, NEVER, NEVER));
        try (Socket first = dial();
                Socket second = dial();
                Socket third = dial()) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(third.getInputStream().read()).isEqualTo(-1);

            first.getOutputStream().write("GET /x HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(first.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void withoutACertificateOnlyThisMachineIsListenedTo() {
        assertThatThrownBy(() -> HttpListener.open(
                        new InetSocketAddress("0.0.0.0", 0), null, HttpListener.Patience.USUAL, request -> null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without a certificate");
    }

    private static HttpListener open(HttpListener.Patience patience) throws IOException {
        return HttpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                null,
                patience,
                request ->
                        Response.of(200, request.method() + " " + request.body().readAllBytes().length));
    }

    private Socket dial() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), listener.port());
    }

    /** What is answered to these bytes; nothing when the connection is cut. */
    private String said(String request) throws IOException {
        try (Socket socket = dial()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }
}
