package io.vedette.vault.azure;

import static io.vedette.vault.azure.WithContainers.server;
import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is special about a container, against a real server of Blob Storage. */
@ExtendWith(WithContainers.class)
class ContainerTest {
    private static final int BLOCK = 8 << 20;
    private static final int BIG = BLOCK + 5000;

    @Test
    void blocksOfABodyThatBrokeAreSeenByNobodyAndGoWithTheNextPut() throws IOException {
        String container = server().container();
        BlobKey key = fresh();
        byte[] content = bytes(2 * BIG);
        try (AzureBlobStore store = open(container);
                Connection azure = server().connection(container)) {
            assertThatThrownBy(() -> store.put(key, breakingAfter(content, BIG), spec(content)))
                    .isInstanceOf(IOException.class);
            assertThat(uncommitted(azure)).isEqualTo(1);
            try (var all = store.list(BlobPrefix.everything())) {
                assertThat(all).isEmpty();
            }

            store.put(key, body(content), spec(content));

            assertThat(store.verify(key).bytes()).isEqualTo(content.length);
            assertThat(azure.blob(key).listBlocks(BlockListType.ALL).getUncommittedBlocks())
                    .isEmpty();
        }
    }

    @Test
    void aSweepDoesNotCutOffAPutThatIsUnderWay() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(BIG);
        try (AzureBlobStore store = open(server().container())) {
            store.put(
                    key, interrupted(content, () -> store.sweep(Instant.parse("9999-01-01T00:00:00Z"))), spec(content));

            assertThat(store.verify(key).bytes()).isEqualTo(BIG);
        }
    }

    @Test
    void twoThatPutUnderOneKeyDoNotMixTheirBlocks() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(BIG);
        byte[] wrong = content.clone();
        wrong[5]++;
        try (AzureBlobStore store = open(server().container())) {
            store.put(
                    key,
                    interrupted(
                            content,
                            () -> assertThatThrownBy(() -> store.put(key, body(wrong), spec(content)))
                                    .isInstanceOf(BlobCorrupt.class)),
                    spec(content));

            assertThat(store.verify(key).bytes()).isEqualTo(BIG);
        }
    }

    @Test
    void whoeverIsSlowerFindsWhatTheFasterHasPut() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(BIG);
        try (AzureBlobStore store = open(server().container())) {
            store.put(key, interrupted(content, () -> store.put(key, body(content), spec(content))), spec(content));

            assertThat(store.verify(key).bytes()).isEqualTo(BIG);
        }
    }

    @Test
    void whoeverIsSlowerDoesNotWriteOverWhatTheFasterHasPut() throws IOException {
        byte[] slow = bytes(BIG);
        byte[] fast = bytes(1000);
        byte[] fastInBlocks = bytes(BIG + 1);
        try (AzureBlobStore store = open(server().container())) {
            for (byte[] faster : new byte[][] {fast, fastInBlocks}) {
                BlobKey key = fresh();
                assertThatThrownBy(() -> store.put(
                                key, interrupted(slow, () -> store.put(key, body(faster), spec(faster))), spec(slow)))
                        .isInstanceOf(BlobCorrupt.class);

                assertThat(store.verify(key).sameContentAs(spec(faster))).isTrue();
            }
        }
    }

    @Test
    void whatOthersPutIntoTheContainerIsNeitherListedNorABlob() throws IOException {
        String container = server().container();
        BlobKey foreign = fresh();
        putForeign(container, foreign.path());
        putForeign(container, "Holiday Photos/1.JPG");
        try (AzureBlobStore store = open(container)) {
            BlobKey ours = fresh();
            store.put(ours, body(bytes(10)), spec(bytes(10)));

            assertThatThrownBy(() -> store.find(foreign))
                    .isInstanceOf(BlobCorrupt.class)
                    .hasMessageContaining("not put there by us");
            try (var all = store.list(BlobPrefix.everything())) {
                assertThat(all.map(entry -> entry.key())).containsExactlyInAnyOrder(ours, foreign);
            }
        }
    }

    @Test
    void aDamagedBlobIsHealedByPuttingItAgain() throws IOException {
        String container = server().container();
        BlobKey key = fresh();
        putForeign(container, key.path());
        try (AzureBlobStore store = open(container)) {
            store.put(key, body(bytes(1000)), spec(bytes(1000)));

            assertThat(store.verify(key).bytes()).isEqualTo(1000);
        }
    }

    @Test
    void aSnapshotDoesNotKeepABlobFromBeingDeleted() throws IOException {
        String container = server().container();
        BlobKey key = fresh();
        try (AzureBlobStore store = open(container);
                Connection azure = server().connection(container)) {
            store.put(key, body(bytes(10)), spec(bytes(10)));
            var unused = azure.blob(key).createSnapshot();

            store.delete(key);

            assertThat(store.find(key)).isEmpty();
        }
    }

    /** A signature of Azure covers no headers; what is done about it is to look. */
    @Test
    void otherBytesThanDeclaredAreFoundOutByVerifying() throws Exception {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        byte[] other = content.clone();
        other[5]++;
        try (AzureBlobStore store = open(server().container())) {
            var address = store.signed().orElseThrow().put(key, spec(content), Duration.ofMinutes(1));
            var request = HttpRequest.newBuilder(address.uri()).PUT(HttpRequest.BodyPublishers.ofByteArray(other));
            address.headers().forEach(request::header);
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(201);
            }

            assertThatThrownBy(() -> store.verify(key)).isInstanceOf(BlobCorrupt.class);
        }
    }

    @Test
    void aStreamThatIsClosedEarlyDoesNotHoldItsConnection() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1 << 20);
        try (AzureBlobStore store = open(server().container())) {
            store.put(key, body(content), spec(content));
            for (int i = 0; i < 40; i++) { // more than there are connections
                try (InputStream in = store.open(key)) {
                    assertThat(in.read()).isEqualTo(content[0] & 0xff);
                }
            }

            assertThat(store.verify(key).bytes()).isEqualTo(content.length);
        }
    }

    /** The SDK cuts addresses to pieces and takes numbers, names and ports for different things. */
    @Test
    void aServerIsReachedByItsNameToo() throws IOException {
        AzureSettings byNumber = server().settings(server().container(), "");
        URI address = byNumber.address();
        AzureSettings byName = new AzureSettings(
                Optional.of(URI.create("http://localhost:" + address.getPort() + address.getPath() + "/")),
                byNumber.account(),
                byNumber.key(),
                byNumber.container(),
                "");
        BlobKey key = fresh();
        try (AzureBlobStore store = AzureBlobStore.open(byName, any -> true, Clock.systemUTC())) {
            store.put(key, body(bytes(10)), spec(bytes(10)));

            assertThat(store.verify(key).bytes()).isEqualTo(10);
        }
    }

    @Test
    void aContainerThatIsNotThereIsAbsent() {
        try (AzureBlobStore store = open("no-such-container")) {
            byte[] content = bytes(10);
            assertFails(Kind.ABSENT, () -> store.find(fresh()));
            assertFails(Kind.ABSENT, () -> store.put(fresh(), body(content), spec(content)));
            assertFails(Kind.ABSENT, () -> store.open(fresh()));
            assertFails(Kind.ABSENT, () -> store.delete(fresh()));
            assertFails(Kind.ABSENT, () -> store.list(BlobPrefix.everything()).toList());
        }
    }

    @Test
    void aWrongKeyIsRefused() {
        AzureSettings right = server().settings(server().container(), "");
        AzureSettings wrong = new AzureSettings(
                right.endpoint(),
                right.account(),
                ContainerServer.key("not the key of this account"),
                right.container(),
                "");
        try (AzureBlobStore store = AzureBlobStore.open(wrong, address -> true, Clock.systemUTC())) {
            assertFails(Kind.REFUSED, () -> store.find(fresh()));
            assertFails(Kind.REFUSED, () -> store.list(BlobPrefix.everything()).toList());
            assertThatThrownBy(() -> store.delete(fresh()))
                    .hasMessageContaining("the store answered 403 Auth")
                    .hasNoCause();
        }
    }

    @Test
    void anAddressThatIsNotAllowedIsNotAsked() {
        AzureSettings settings = server().settings(server().container(), "");
        try (AzureBlobStore store =
                AzureBlobStore.open(settings, address -> !address.isLoopbackAddress(), Clock.systemUTC())) {
            assertFails(Kind.BROKEN, () -> store.find(fresh()));
            assertThatThrownBy(() -> store.open(fresh()))
                    .rootCause()
                    .hasMessageContaining("may not be reached from here");
        }
    }

    @Test
    void aStoreThatIsAwayIsBroken() {
        AzureSettings right = server().settings("container", "");
        AzureSettings away = new AzureSettings(
                Optional.of(URI.create("http://127.0.0.1:1/" + right.account())),
                right.account(),
                right.key(),
                "container",
                "");
        try (AzureBlobStore store = AzureBlobStore.open(away, InetAddress::isLoopbackAddress, Clock.systemUTC())) {
            assertFails(Kind.BROKEN, () -> store.find(fresh()));
            assertThatThrownBy(() -> store.find(fresh())).hasMessageContaining("Connection refused");
        }
    }

    /** A body during which something else happens, when its first block is sent already. */
    private static InputStream interrupted(byte[] content, ThrowingCallable meanwhile) {
        return new FilterInputStream(new ByteArrayInputStream(content)) {
            private boolean done;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (length > 0 && in.available() <= content.length - BLOCK && !done) {
                    done = true;
                    try {
                        meanwhile.call();
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                }
                return super.read(buffer, offset, length);
            }
        };
    }

    private static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BlobStoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private static AzureBlobStore open(String container) {
        return AzureBlobStore.open(server().settings(container, ""), address -> true, Clock.systemUTC());
    }

    private static long uncommitted(Connection azure) {
        var ask = new ListBlobsOptions().setDetails(new BlobListDetails().setRetrieveUncommittedBlobs(true));
        return azure.container().listBlobs(ask, null).stream().count();
    }

    private static void putForeign(String container, String name) {
        try (Connection azure = server().connection(container)) {
            azure.container().getBlobClient(name).upload(BinaryData.fromString("something"));
        }
    }
}
