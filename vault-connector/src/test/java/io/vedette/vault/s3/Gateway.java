package io.vedette.vault.s3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.contracts.Secret;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** Ceph's S3 gateway, with as many buckets as asked for. Where its programs are not installed, whoever wants it is skipped and says so. */
final class Gateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> PROGRAMS =
            List.of("ceph", "ceph-mon", "ceph-osd", "monmaptool", "radosgw", "radosgw-admin");
    private static final String ACCESS_KEY = "owner-access";
    private static final Secret SECRET_KEY = new Secret("owner-secret-of-the-test");

    private final AtomicInteger buckets = new AtomicInteger();
    private final Path folder;
    private final Ceph ceph;
    private final Thread atExit;

    static Gateway start() {
        Optional<String> missing =
                PROGRAMS.stream().filter(program -> !installed(program)).findFirst();
        assumeTrue(
                missing.isEmpty(),
                () -> "there is no " + missing.orElse("") + ": install Debian's radosgw, ceph-mon and ceph-osd");
        try {
            return new Gateway();
        } catch (IOException e) {
            throw new IllegalStateException("Ceph does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Ceph does not start", e);
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Gateway() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("ceph");
        ceph = new Ceph(folder);
        atExit = new Thread(ceph::close);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            ceph.start(ACCESS_KEY, SECRET_KEY.reveal());
            awaitAnswer();
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (ceph.lacksGateway() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Ceph's gateway does not answer");
            }
        }
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) address().toURL().openConnection();
            return connection.getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + ceph.gateway());
    }

    /** Without the newer checksums, which this gateway answers with 400 before its release of 2025. */
    S3Settings settings(String bucket, String prefix) {
        return new S3Settings(
                Optional.of(address()),
                "us-east-1",
                bucket,
                prefix,
                true,
                S3Checksums.WHEN_REQUIRED,
                ACCESS_KEY,
                SECRET_KEY);
    }

    S3Client client(String bucket) {
        return Connection.client(settings(bucket, ""), address -> true);
    }

    /** Makes one. */
    String bucket() {
        String name = "bucket-" + buckets.incrementAndGet();
        try (S3Client client = client(name)) {
            var unused = client.createBucket(ask -> ask.bucket(name));
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        ceph.close();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.toList();
        }
        for (Path one : all.reversed()) {
            Files.deleteIfExists(one);
        }
    }
}
