package io.vedette.vault.s3;

import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobStore;
import io.vedette.vault.contract.HugeBlobContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class HugeObjectDrill implements HugeBlobContract {
    @TempDir
    Path temp;

    private BucketServer server;
    private S3BlobStore store;

    @BeforeEach
    void open() throws Exception {
        server = new BucketServer(temp);
        store = S3BlobStore.open(
                Buckets.settings(server, server.bucket(), "", S3Checksums.WHEN_SUPPORTED), address -> true);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        server.close();
    }

    @Override
    public BlobStore testee() {
        return store;
    }

    @Override
    public Path disk() {
        return temp;
    }
}
