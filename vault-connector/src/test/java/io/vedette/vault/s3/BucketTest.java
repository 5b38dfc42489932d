package io.vedette.vault.s3;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What is special about a bucket, against a real S3 server. */
class BucketTest {
    private static final int BIG = (8 << 20) + 5000;
    private static BucketServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void aBodyThatBreaksLeavesNoPartsInTheBucket() {
        String bucket = server.bucket();
        byte[] content = bytes(2 * BIG);
        try (S3BlobStore store = open(bucket, "")) {
            assertThatThrownBy(() -> store.put(fresh(), breakingAfter(content, BIG), spec(content)))
                    .isInstanceOf(IOException.class);
        }

        assertThat(openUploads(bucket)).isZero();
    }

    @Test
    void aSweepGivesUpWhatWasBegunBeforeAndLeavesTheRestOfTheBucketAlone() {
        String bucket = server.bucket();
        String ours = "ours/" + fresh().path();
        begin(bucket, ours);
        begin(bucket, "somebody else's");
        begin(bucket, "ours/not a key of ours");
        try (S3BlobStore store = open(bucket, "ours/")) {
            store.sweep(Instant.parse("2020-01-01T00:00:00Z"));
            assertThat(openUploads(bucket)).isEqualTo(3);

            store.sweep(Instant.parse("9999-01-01T00:00:00Z"));
            assertThat(openUploads(bucket)).isEqualTo(2);
        }
    }

    @Test
    void whatOthersPutIntoTheBucketIsNeitherListedNorABlob() throws IOException {
        String bucket = server.bucket();
        BlobKey foreign = fresh();
        putForeign(bucket, foreign.path());
        putForeign(bucket, "Holiday Photos/1.JPG");
        try (S3BlobStore store = open(bucket, "")) {
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
        String bucket = server.bucket();
        BlobKey key = fresh();
        putForeign(bucket, key.path());
        try (S3BlobStore store = open(bucket, "")) {
            store.put(key, body(bytes(1000)), spec(bytes(1000)));

            assertThat(store.verify(key).bytes()).isEqualTo(1000);
        }
    }

    @Test
    void aBucketThatIsNotThereIsAbsent() {
        try (S3BlobStore store = open("no-such-bucket", "")) {
            byte[] content = bytes(10);
            assertFails(Kind.ABSENT, () -> store.put(fresh(), body(content), spec(content)));
            assertFails(Kind.ABSENT, () -> store.open(fresh()));
            assertFails(Kind.ABSENT, () -> store.list(BlobPrefix.everything()).toList());
        }
    }

    @Test
    void aWrongSecretIsRefused() {
        S3Settings right = Buckets.settings(server, server.bucket(), "", S3Checksums.WHEN_SUPPORTED);
        S3Settings wrong = new S3Settings(
                right.endpoint(),
                right.region(),
                right.bucket(),
                "",
                true,
                right.checksums(),
                right.accessKey(),
                new Secret("not the secret of this key"));
        try (S3BlobStore store = S3BlobStore.open(wrong, address -> true)) {
            assertFails(Kind.REFUSED, () -> store.find(fresh()));
            assertFails(Kind.REFUSED, () -> store.list(BlobPrefix.everything()).toList());
            assertThatThrownBy(() -> store.delete(fresh()))
                    .hasMessageContaining("403 SignatureDoesNotMatch")
                    .hasNoCause();
        }
    }

    @Test
    void anAddressThatIsNotAllowedIsNotAsked() {
        S3Settings settings = Buckets.settings(server, server.bucket(), "", S3Checksums.WHEN_SUPPORTED);
        try (S3BlobStore store = S3BlobStore.open(settings, address -> !address.isLoopbackAddress())) {
            assertFails(Kind.BROKEN, () -> store.find(fresh()));
            assertThatThrownBy(() -> store.find(fresh()))
                    .rootCause()
                    .hasMessageContaining("may not be reached from here");
        }
    }

    /** A proxy would look names up in our place, past what says which addresses are allowed. */
    @Test
    void aProxyOfThisMachinesIsNotAsked() throws IOException {
        String bucket = server.bucket();
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "none.example");
        try (S3BlobStore store = open(bucket, "")) {
            BlobKey key = fresh();
            store.put(key, body(bytes(10)), spec(bytes(10)));

            assertThat(store.find(key)).isPresent();
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void aStoreThatIsAwayIsBroken() {
        S3Settings away = new S3Settings(
                Optional.of(URI.create("http://127.0.0.1:1")),
                "us-east-1",
                "bucket",
                "",
                true,
                S3Checksums.WHEN_SUPPORTED,
                "access",
                new Secret("secret"));
        try (S3BlobStore store = S3BlobStore.open(away, InetAddress::isLoopbackAddress)) {
            assertFails(Kind.BROKEN, () -> store.find(fresh()));
            assertThatThrownBy(() -> store.find(fresh())).hasMessageContaining("Connection refused");
        }
    }

    private static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BlobStoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private static S3BlobStore open(String bucket, String prefix) {
        return S3BlobStore.open(Buckets.settings(server, bucket, prefix, S3Checksums.WHEN_SUPPORTED), address -> true);
    }

    private static void begin(String bucket, String key) {
        try (S3Client client = server.client()) {
            var unused = client.createMultipartUpload(ask -> ask.bucket(bucket).key(key));
        }
    }

    private static int openUploads(String bucket) {
        try (S3Client client = server.client()) {
            return client.listMultipartUploads(ask -> ask.bucket(bucket))
                    .uploads()
                    .size();
        }
    }

    private static void putForeign(String bucket, String key) {
        try (S3Client client = server.client()) {
            var unused = client.putObject(ask -> ask.bucket(bucket).key(key), RequestBody.fromString("something"));
        }
    }
}
