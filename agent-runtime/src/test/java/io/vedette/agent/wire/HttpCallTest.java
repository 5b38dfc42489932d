package io.vedette.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpCallTest {
    private static final Limits HASTY =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(5));

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aChunkedAnswerIsPutTogether() throws IOException {
        answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");

        assertThat(get().text()).isEqualTo("abcde");
    }

    @Test
    void anAnswerWithoutALengthEndsWithTheConnection() throws IOException {
        answering("HTTP/1.1 200 OK\r\n\r\nabc");

        assertThat(get().text()).isEqualTo("abc");
    }

    @Test
    void anAnswerCutInTheMiddleIsAFault() throws IOException {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");

        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    @Test
    void aHugeAnswerIsAFault() throws IOException {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");

        assertThatThrownBy(this::get).isInstanceOf(IOException.class).hasMessageContaining("too long");
    }

    @Test
    void aServerThatIsNotHttpIsAFault() throws IOException {
        answering("SSH-2.0-something\r\n");

        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    @Test
    void silenceEndsTheCall() throws IOException {
        answering("");

        assertThatThrownBy(() -> call("GET", RequestBody.NONE, Map.of()).send()).isInstanceOf(IOException.class);
    }

    @Test
    void aServerThatDoesNotReadEndsTheCallToo() throws IOException {
        HttpCall call = call("PATCH", endless(), Map.of());

        // nobody accepts: the kernel takes some, then nothing moves
        assertThatThrownBy(call::send).isInstanceOf(IOException.class).hasMessageContaining("nothing moved");
    }

    @Test
    void abortingEndsACallAtOnce() throws InterruptedException, IOException {
        Limits patient = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        HttpCall call = new HttpCall(hub(), "PATCH", "/x", Map.of(), endless(), patient);
        CountDownLatch ended = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                call.send();
            } catch (IOException expected) {
                ended.countDown();
            }
        });
        try (Socket accepted = server.accept()) {
            assertThat(accepted.getInputStream().read()).isPositive();

            call.abort();

            assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBodyThatCannotBeReadEndsTheCallWithoutWaitingForAnAnswer() throws IOException {
        Limits patient = new Limits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
        RequestBody torn = new RequestBody() {
            @Override
            public long length() {
                return 1_000;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(new byte[10]);
                throw new IOException("the disk has a hole");
            }
        };
        HttpCall call = new HttpCall(hub(), "PATCH", "/x", Map.of(), torn, patient);

        assertThatThrownBy(call::send).isInstanceOf(IOException.class).hasMessage("the disk has a hole");
        assertThat(call.reached()).isTrue();
    }

    @Test
    void aHubThatIsNotThereIsNotReached() throws IOException {
        HttpCall call = call("PATCH", endless(), Map.of());
        server.close();

        assertThatThrownBy(call::send).isInstanceOf(IOException.class);
        assertThat(call.reached()).isFalse();
    }

    @Test
    void aHeaderCannotBeginAnotherRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call("GET", RequestBody.NONE, Map.of("Authorization", "x\r\nHost: y")));
    }

    private HttpAnswer get() throws IOException {
        return call("GET", RequestBody.NONE, Map.of()).send();
    }

    private HttpCall call(String method, RequestBody body, Map<String, String> headers) {
        return new HttpCall(hub(), method, "/x", headers, body, HASTY);
    }

    private HubAddress hub() {
        return HubAddress.of("http://127.0.0.1:" + server.getLocalPort());
    }

    private void answering(String text) {
        Thread.ofPlatform().daemon().start(() -> {
            try (Socket agent = server.accept()) {
                byte[] request = new byte[4096];
                int unused = agent.getInputStream().read(request);
                agent.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                agent.getOutputStream().flush();
                if (text.isEmpty()) {
                    unused = agent.getInputStream().read(request);
                }
            } catch (IOException over) {
                // the call under test has ended
            }
        });
    }

    private static RequestBody endless() {
        return new RequestBody() {
            @Override
            public long length() {
                return 1L << 40;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                byte[] piece = new byte[64 * 1024];
                while (true) {
                    out.write(piece);
                }
            }
        };
    }
}
