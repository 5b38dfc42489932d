package io.vedette.hub.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address that somebody wrote down leads nowhere it should not. */
class GuardedCallTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            if (exchange.getRequestURI().getPath().equals("/away")) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static GuardedCall named() throws IOException {
        return new GuardedCall(Set.of(InetAddress.getByName("127.0.0.1")));
    }

    @Test
    void anAddressIsOpenedAndNothingIsSentWithIt() throws IOException {
        assertThat(named().get(at("/blob?signature=a%2Fb"), Map.of())).isEqualTo(200);
        assertThat(asked).containsExactly("GET /blob?signature=a%2Fb ");
    }

    @Test
    void aNamedAddressIsAsked() throws IOException {
        assertThat(named().post(at("/heads?a=b"), Map.of("X-One", "1"), new byte[] {'h', 'i'}))
                .isEqualTo(200);
        assertThat(asked).containsExactly("POST /heads?a=b hi");
    }

    @Test
    void anAddressOfThisMachineThatNobodyNamedIsNotAsked() {
        assertThatThrownBy(() -> new GuardedCall(Set.of()).post(at("/"), Map.of(), new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a public address");
        assertThat(asked).isEmpty();
    }

    @Test
    void whoeverAnswersForEverIsLeft() throws IOException {
        try (var slow = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var drops = java.util.concurrent.Executors.newSingleThreadScheduledExecutor()) {
            var unused = drops.submit(() -> {
                var socket = slow.accept();
                return drops.scheduleAtFixedRate(
                        () -> {
                            try {
                                socket.getOutputStream().write('H');
                            } catch (IOException e) {
                                drops.shutdownNow();
                            }
                        },
                        0,
                        10,
                        java.util.concurrent.TimeUnit.MILLISECONDS);
            });
            var call = new GuardedCall(
                    Set.of(InetAddress.getLoopbackAddress()),
                    (javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault(),
                    java.time.Duration.ofMillis(200));

            assertThatThrownBy(() -> call.post(
                            URI.create("http://127.0.0.1:" + slow.getLocalPort() + "/"), Map.of(), new byte[0]))
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining("not HTTP");
            drops.shutdownNow();
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNoWay() throws IOException {
        assertThat(named().post(at("/away"), Map.of(), new byte[0])).isEqualTo(307);
        assertThat(asked).containsExactly("POST /away ");
    }

    @Test
    void aHeaderCannotBringAnother() {
        assertThatThrownBy(() -> named().post(at("/"), Map.of("X-One", "1\r\nX-Two: 2"), new byte[0]))
                .isInstanceOf(IOException.class);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, true",
        "2606:4700:4700::1111, true",
        "127.0.0.1, false",
        "127.9.9.9, false",
        "0.0.0.0, false",
        "0.1.2.3, false",
        "10.0.0.1, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "192.0.0.1, false",
        "192.0.2.1, false",
        "198.18.0.1, false",
        "198.19.255.255, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12::1, false",
        "ff02::1, false",
        "::ffff:127.0.0.1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::7f00:1, false",
        "2002:7f00:1::, false",
        "2001::1, false",
        "2001:db8::1, false"
    })
    void onlyPublicAddressesAreAskedUnlessNamed(String address, boolean may) throws IOException {
        InetAddress one = InetAddress.getByName(address);

        assertThat(Reachable.may(one, Set.of())).isEqualTo(may);
        assertThat(Reachable.may(one, Set.of(one))).isTrue();
    }
}
