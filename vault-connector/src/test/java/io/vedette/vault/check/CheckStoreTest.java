package io.vedette.vault.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStoreFault.Kind;
import io.vedette.vault.SignedAddress;
import io.vedette.vault.check.CheckStore.Failure;
import io.vedette.vault.check.CheckStore.Report;
import io.vedette.vault.check.CheckStore.Step;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import io.vedette.vault.s3.Buckets;
import io.vedette.vault.s3.S3BlobStore;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckStoreTest {
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
    void aBucketThatWorksPassesEveryStepAndIsEmptyAfterwards() {
        try (S3BlobStore store =
                open(Buckets.settings(server, server.bucket(), "some where/", S3Checksums.WHEN_SUPPORTED))) {
            Report report = new CheckStore(store, CheckStoreTest::fetch).run();

            assertThat(report.failure()).isEmpty();
            assertThat(report.passed()).containsExactly(Step.values());
            assertThat(store.list(BlobPrefix.everything())).isEmpty();
        }
    }

    @Test
    void aFolderSignsNothingAndPasses(@TempDir Path folder) {
        Report report =
                new CheckStore(FileSystemBlobStore.open(folder, Clock.systemUTC()), CheckStoreTest::fetch).run();

        assertThat(report.failure()).isEmpty();
    }

    @Test
    void aBucketThatIsNotThereFailsAtTheFirstStep() {
        try (S3BlobStore store = open(Buckets.settings(server, "no-such-bucket", "", S3Checksums.WHEN_SUPPORTED))) {
            Report report = new CheckStore(store, CheckStoreTest::fetch).run();

            assertThat(report.passed()).isEmpty();
            assertThat(report.failure()).get().satisfies(failure -> {
                assertThat(failure.step()).isEqualTo(Step.WRITE);
                assertThat(failure.kind()).isEqualTo(Kind.ABSENT);
                assertThat(failure.said()).contains("NoSuchBucket");
            });
        }
    }

    @Test
    void aWrongSecretIsTold() {
        S3Settings right = Buckets.settings(server, server.bucket(), "", S3Checksums.WHEN_SUPPORTED);
        S3Settings wrong = new S3Settings(
                right.endpoint(),
                right.region(),
                right.bucket(),
                "",
                true,
                right.checksums(),
                right.accessKey(),
                new Secret("another secret"));
        try (S3BlobStore store = open(wrong)) {
            assertThat(new CheckStore(store, CheckStoreTest::fetch).run().failure())
                    .map(Failure::kind)
                    .contains(Kind.REFUSED);
        }
    }

    @Test
    void anAddressThatDoesNotOpenIsToldAndNothingIsLeftBehind() {
        try (S3BlobStore store = open(Buckets.settings(server, server.bucket(), "", S3Checksums.WHEN_SUPPORTED))) {
            Report report = new CheckStore(store, address -> 403).run();

            assertThat(report.passed()).containsExactly(Step.WRITE, Step.READ, Step.LIST);
            assertThat(report.failure()).map(Failure::step).contains(Step.SIGN);
            assertThat(store.list(BlobPrefix.everything())).isEmpty();
        }
    }

    private static S3BlobStore open(S3Settings settings) {
        return S3BlobStore.open(settings, address -> true);
    }

    private static int fetch(SignedAddress address) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.uri()).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
