package io.vedette.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that says everything back stands behind the proxy. */
class FaultProxyTest {
    private ServerSocket echo;
    private FaultProxy proxy;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultProxy.before("127.0.0.1", echo.getLocalPort());
        client = open();
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> sayBack(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void sayBack(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            return; // that is what the tests do
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    private void say(int bytes) throws IOException {
        client.getOutputStream().write(new byte[bytes]);
    }

    private int hear(int bytes) throws IOException {
        return client.getInputStream().readNBytes(bytes).length;
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void withoutFaultsEverythingPassesAndIsCounted() throws IOException {
        say(100_000);
        assertThat(hear(100_000)).isEqualTo(100_000);
        client.shutdownOutput();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(proxy.received(Direction.TO_SERVER)).isEqualTo(100_000);
        assertThat(proxy.forwarded(Direction.TO_CLIENT)).isEqualTo(100_000);
        assertThat(proxy.connections()).hasSize(1);
        assertThat(proxy.connections().getFirst().forwarded(Direction.TO_SERVER))
                .isEqualTo(100_000);
    }

    @Test
    void aLimitSlowsOneWayAndCanBeLifted() throws IOException {
        proxy.limit(Direction.TO_SERVER, 100_000);
        long start = System.nanoTime();
        say(50_000);
        hear(50_000);
        assertThat(millisSince(start)).isBetween(350L, 2000L);

        proxy.unlimit(Direction.TO_SERVER);
        start = System.nanoTime();
        say(500_000);
        hear(500_000);
        assertThat(millisSince(start)).isLessThan(2000);
    }

    @Test
    void aCutComesAfterExactlySoManyBytesAndOnlyOnce() throws IOException {
        proxy.cutAfter(Direction.TO_SERVER, 70_000);

        assertThatThrownBy(() -> {
                    say(200_000);
                    hear(200_000);
                })
                .isInstanceOf(SocketException.class);
        assertThat(proxy.forwarded(Direction.TO_SERVER)).isEqualTo(70_000);

        client = open();
        say(100_000);
        assertThat(hear(100_000)).isEqualTo(100_000);
    }

    @Test
    void aCutNowResetsAtOnce() throws IOException {
        say(10);
        hear(10);

        proxy.cutNow();

        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketException.class);
        assertThat(proxy.connections().getFirst().isOpen()).isFalse();
    }

    @Test
    void aPauseHoldsEverythingAndLosesNothing() throws IOException {
        say(10);
        hear(10);
        proxy.pause();
        say(1000);
        client.setSoTimeout(200);
        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketTimeoutException.class);

        proxy.resume();

        client.setSoTimeout(5000);
        assertThat(hear(1000)).isEqualTo(1000);
    }

    @Test
    void aBlackHoleSwallowsWithoutBreakingUntilItIsHealed() throws IOException {
        say(10);
        hear(10);
        proxy.blackHole();
        say(1000);
        client.setSoTimeout(200);
        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketTimeoutException.class);
        assertThat(proxy.forwarded(Direction.TO_SERVER)).isEqualTo(10);

        proxy.heal();

        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketException.class);
        client = open();
        say(1000);
        assertThat(hear(1000)).isEqualTo(1000);
    }

    @Test
    void aDelayAddsTimeWithoutSlowingTheFlow() throws IOException {
        proxy.delay(Direction.TO_CLIENT, Duration.ofMillis(150));

        long start = System.nanoTime();
        say(200_000);
        hear(200_000);

        assertThat(millisSince(start)).isBetween(150L, 1500L);
    }

    @Test
    void whoeverIsRefusedIsResetAndOpenConnectionsStay() throws IOException {
        say(10);
        hear(10);

        proxy.refuse(true);

        try (Socket second = open()) {
            assertThatThrownBy(() -> second.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        say(10);
        assertThat(hear(10)).isEqualTo(10);
    }
}
