package io.vedette.vault.azure;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import io.vedette.vault.network.ScriptedServer;
import io.vedette.vault.network.ScriptedServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a store that is busy, mistaken or broken. */
class HostileContainerTest {
    private static final byte[] SMALL = bytes(1000);
    private static final byte[] BIG = bytes((16 << 20) + 1000);

    @ParameterizedTest
    @CsvSource({
        "503, ServerBusy, THROTTLED",
        "429, TooManyRequests, THROTTLED",
        "507, InsufficientStorage, QUOTA",
        "413, RequestBodyTooLarge, QUOTA",
        "403, AuthorizationPermissionMismatch, REFUSED",
        "403, AccountIsDisabled, REFUSED",
        "409, BlobImmutableDueToPolicy, REFUSED",
        "404, ContainerNotFound, ABSENT",
        "409, ContainerBeingDeleted, ABSENT",
        "400, Md5Mismatch, BROKEN",
        "500, InternalError, BROKEN"
    })
    void eachErrorIsOfAKind(int status, String code, Kind kind) throws IOException {
        try (var server = new ScriptedServer(absentThen(what -> Answer.error(status, code)));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .isInstanceOfSatisfying(
                            BlobStoreFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(kind))
                    .hasMessageContaining(status + " " + code)
                    .hasNoCause();
            assertThatThrownBy(() -> store.open(fresh()))
                    .isInstanceOfSatisfying(
                            BlobStoreFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(kind));
        }
    }

    @Test
    void aStoreThatIsBusyOnceIsAskedAgainAndNotWhenItSays() throws IOException {
        var puts = new AtomicInteger();
        Function<String, Answer> busyOnce = what -> puts.incrementAndGet() == 1
                ? new Answer(503, Map.of("x-ms-error-code", "ServerBusy", "Retry-After", "86400"), "")
                : Answer.error(507, "InsufficientStorage"); // what ends the test
        try (var server = new ScriptedServer(absentThen(busyOnce));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .hasMessageContaining("507");
        }

        assertThat(puts).hasValue(2);
    }

    @Test
    void aRefusalIsNotAskedAgain() throws IOException {
        var puts = new AtomicInteger();
        Function<String, Answer> refusing = what -> {
            puts.incrementAndGet();
            return Answer.error(403, "AuthorizationFailure");
        };
        try (var server = new ScriptedServer(absentThen(refusing));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .isInstanceOf(BlobStoreFault.class);
        }

        assertThat(puts).hasValue(1);
    }

    @Test
    void aRefusalInTheMiddleCommitsNothing() throws IOException {
        var blocks = new AtomicInteger();
        Function<String, Answer> second =
                what -> blocks.incrementAndGet() == 2 ? Answer.error(403, "AuthorizationFailure") : new Answer(201, "");
        try (var server = new ScriptedServer(absentThen(second));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(() -> store.put(fresh(), body(BIG), spec(BIG)))
                    .hasMessageContaining("AuthorizationFailure");

            assertThat(server.asked()).noneMatch(one -> one.what().contains("comp=blocklist"));
        }
    }

    @Test
    void aConditionThatFailsWithoutABlobIsAFaultAndNoLoss() throws IOException {
        try (var server = new ScriptedServer(absentThen(what -> Answer.error(400, "InvalidBlockList")));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .isInstanceOf(BlobStoreFault.class)
                    .hasMessageContaining("InvalidBlockList");
        }
    }

    @Test
    void a404OfSomebodyWhoIsNoStoreIsNotAMissingBlob() throws IOException {
        try (var server = new ScriptedServer(what -> new Answer(404, "<html>nothing here</html>"));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(() -> store.find(fresh())).isInstanceOf(BlobStoreFault.class);
            assertThatThrownBy(() -> store.open(fresh())).isInstanceOf(BlobStoreFault.class);
            assertThatThrownBy(() -> store.delete(fresh())).isInstanceOf(BlobStoreFault.class);
        }
    }

    @Test
    void aListingThatIsNoneIsAFaultOfOurs() throws IOException {
        for (String body : List.of("", "<html>hello</html>", "not even that", "<EnumerationResults><Blobs>")) {
            try (var server = new ScriptedServer(
                            what -> new Answer(200, Map.of("Content-Type", "application/xml"), body));
                    AzureBlobStore store = store(server.address(), Limits.USUAL)) {
                try {
                    assertThat(store.list(BlobPrefix.everything()).toList()).isEmpty();
                } catch (BlobStoreFault e) {
                    assertThat(e.kind()).isEqualTo(Kind.BROKEN);
                }
            }
        }
    }

    @Test
    void whatGoesUpIsCheckedOnItsWay() throws IOException {
        try (var server = new ScriptedServer(absentThen(what -> new Answer(201, "")));
                AzureBlobStore store = store(server.address(), Limits.USUAL)) {
            assertThatThrownBy(
                    () -> store.put(fresh(), body(SMALL), spec(SMALL))); // it is looked for, and was not kept
            assertThatThrownBy(() -> store.put(fresh(), body(BIG), spec(BIG)));

            assertThat(server.asked().stream()
                            .filter(one ->
                                    one.what().startsWith("PUT") && !one.what().contains("comp=blocklist"))
                            .map(one -> one.headers().stream().anyMatch("content-md5"::equalsIgnoreCase)))
                    .hasSize(4)
                    .containsOnly(true);
        }
    }

    @RepeatedTest(20) // the one who waits may wake before the one who gave up has said so
    void anAnswerThatNeverEndsIsGivenUp() throws IOException {
        var brief = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(100), 1);
        List<Socket> held = new CopyOnWriteArrayList<>();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> beginAnswers(server, held));
            try (AzureBlobStore store = store(URI.create("http://127.0.0.1:" + server.getLocalPort()), brief)) {
                assertThatThrownBy(() -> store.list(BlobPrefix.everything()).toList())
                        .isInstanceOf(BlobStoreFault.class)
                        .hasMessageContaining("no whole answer within PT0.1S");
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private static void beginAnswers(ServerSocket server, List<Socket> held) {
        try {
            while (true) {
                Socket socket = server.accept();
                held.add(socket);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n<"
                                .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static AzureBlobStore store(URI server, Limits limits) {
        return AzureBlobStore.open(
                new AzureSettings(
                        Optional.of(URI.create(server + "/owneraccount")),
                        "owneraccount",
                        ContainerServer.key("a key"),
                        "container",
                        ""),
                limits,
                InetAddress::isLoopbackAddress,
                Clock.systemUTC());
    }

    private static Function<String, Answer> absentThen(Function<String, Answer> script) {
        return what -> what.startsWith("HEAD") ? Answer.error(404, "BlobNotFound") : script.apply(what);
    }
}
