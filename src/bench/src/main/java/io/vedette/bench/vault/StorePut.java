package io.vedette.bench.vault;

import io.vedette.bench.Figure;
import io.vedette.bench.hub.Folders;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.stack.words.StackFailed;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import io.vedette.vault.s3.S3BlobStore;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * P8: recordings put into a store, against what the same store takes without us: a bucket through Amazon's SDK alone, a folder through a copy that is forced
 * to the disk and then renamed. Ours hashes every byte as well, looks whether the key is taken, and never shows half a blob.
 */
final class StorePut {
    private static final int MEBI = 1 << 20;
    /** A recording of half a minute, and one of some minutes. */
    private static final int SHORT = 6 * MEBI;

    private static final int LONG = 64 * MEBI;
    private static final int EACH_ROUND = 256 * MEBI;

    private StorePut() {}

    static void measure(Path folder, Consumer<Figure> out) {
        try {
            Path source = Files.createDirectories(folder.resolve("source"));
            folders(folder, source, out);
            bucket(folder, source, out);
        } catch (StackFailed e) {
            throw e;
        } catch (Exception e) {
            throw new StackFailed("The stores could not be measured.", e);
        } finally {
            Folders.clear(folder);
        }
    }

    private static void folders(Path folder, Path source, Consumer<Figure> out) throws IOException {
        BlobStore store = FileSystemBlobStore.open(folder.resolve("ours"), Clock.systemUTC());
        Path plain = Files.createDirectories(folder.resolve("plain"));
        for (int bytes : new int[] {SHORT, LONG}) {
            Path file = file(source, bytes);
            var ours = ours(store, file);
            var known = new Side(name -> copy(file, plain.resolve(name)), name -> Files.delete(plain.resolve(name)));
            figures("folder", bytes, ours, known, out);
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        Path half = to.resolveSibling(to.getFileName() + ".half");
        Files.copy(file, half);
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void bucket(Path folder, Path source, Consumer<Figure> out) throws Exception {
        try (var server = new BucketServer(Files.createDirectories(folder.resolve("buckets")));
                S3Client alone = server.client();
                S3BlobStore store = S3BlobStore.open(settings(server), address -> true)) {
            String bucket = server.bucket();
            for (int bytes : new int[] {SHORT, LONG}) {
                Path file = file(source, bytes);
                var known = new Side(
                        name -> alone.putObject(ask -> ask.bucket(bucket).key(name), RequestBody.fromFile(file)),
                        name -> alone.deleteObject(ask -> ask.bucket(bucket).key(name)));
                figures("bucket", bytes, ours(store, file), known, out);
            }
        }
    }

    private static S3Settings settings(BucketServer server) {
        return new S3Settings(
                Optional.of(server.address()),
                "us-east-1",
                server.bucket(),
                "",
                true,
                S3Checksums.WHEN_SUPPORTED,
                server.accessKey(),
                server.secretKey());
    }

    private static Side ours(BlobStore store, Path file) throws IOException {
        var spec = new BlobSpec(Files.size(file), Sha256.of(Files.readAllBytes(file)), BlobSpec.MP4);
        return new Side(name -> store.put(key(name), file, spec), name -> store.delete(key(name)));
    }

    private static BlobKey key(String name) {
        return new BlobKey("bench/" + name + ".mp4");
    }

    /** Bytes that nothing on the way can make fewer. The same in every run. */
    private static Path file(Path folder, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve(bytes + ".mp4"), content);
    }

    private static void figures(String store, int bytes, Side ours, Side known, Consumer<Figure> out) {
        for (int at : new int[] {1, 8}) {
            var rates = Rates.of(ours, known, EACH_ROUND / bytes, at, bytes);
            String name = String.format(Locale.ROOT, "P8.%s-%dMiB-%s", store, bytes / MEBI, at == 1 ? "one" : "eight");
            out.accept(rates.figure(name));
        }
    }
}
