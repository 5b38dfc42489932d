package io.vedette.vault.s3;

import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobStore;
import io.vedette.vault.contract.BlobStoreContract;
import io.vedette.vault.contract.SignedAccessContract;
import io.vedette.vault.contract.SignedHeadersContract;
import io.vedette.vault.contract.SignedPartsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class S3BlobStoreTest {
    private static BucketServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    abstract static class InBucket
            implements BlobStoreContract, SignedAccessContract, SignedHeadersContract, SignedPartsContract {
        private final String prefix;
        private final S3Checksums checksums;
        private String bucket = "";
        private S3BlobStore store;

        InBucket(String prefix, S3Checksums checksums) {
            this.prefix = prefix;
            this.checksums = checksums;
        }

        @BeforeEach
        void open() {
            bucket = server.bucket();
            store = S3BlobStore.open(Buckets.settings(server, bucket, prefix, checksums), address -> true);
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        public BlobStore testee() {
            return store;
        }

        @Override
        public int openUploads() {
            try (var client = server.client()) {
                return client.listMultipartUploads(ask -> ask.bucket(bucket))
                        .uploads()
                        .size();
            }
        }

        @Override
        public boolean checksParts() {
            return checksums == S3Checksums.WHEN_SUPPORTED;
        }
    }

    @Nested
    class WithChecksums extends InBucket {
        WithChecksums() {
            super("", S3Checksums.WHEN_SUPPORTED);
        }
    }

    @Nested
    class WithoutChecksumsBehindAnAwkwardPrefix extends InBucket {
        WithoutChecksumsBehindAnAwkwardPrefix() {
            super("Höfe & Tore/nord+süd %2F \"1\"/", S3Checksums.WHEN_REQUIRED);
        }
    }
}
