package io.vedette.vault.s3;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static io.vedette.vault.s3.WithCeph.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.contract.BlobStoreContract;
import io.vedette.vault.contract.SignedAccessContract;
import io.vedette.vault.contract.SignedHeadersContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract against a second S3 server that shares nothing with the first. {@code -Pradosgw}. */
@ExtendWith(WithCeph.class)
class S3BlobStoreOnCeph {
    abstract static class InBucket implements BlobStoreContract, SignedAccessContract, SignedHeadersContract {
        private final String prefix;
        private String bucket;
        private S3BlobStore store;

        InBucket(String prefix) {
            this.prefix = prefix;
        }

        @BeforeEach
        void open() {
            bucket = gateway().bucket();
            store = S3BlobStore.open(gateway().settings(bucket, prefix), address -> true);
        }

        @AfterEach
        void close() {
            if (store != null) { // else it was skipped
                store.close();
            }
        }

        @Override
        public BlobStore testee() {
            return store;
        }

        /** Ceph 16 takes a signed body of no bytes for one with another hash than signed. No recording is empty. */
        @Test
        @Override
        public void anEmptyBlobIsABlob() {
            BlobKey key = fresh();

            assertThatThrownBy(() -> store.put(key, body(new byte[0]), spec(new byte[0])))
                    .isInstanceOf(BlobStoreFault.class)
                    .hasMessageContaining("400 XAmzContentSHA256Mismatch");

            assertThat(store.find(key)).isEmpty();
        }

        @Test
        void aBodyThatBreaksLeavesNoPartsInTheBucket() {
            byte[] content = bytes(2 * PART);

            assertThatThrownBy(() -> store.put(fresh(), breakingAfter(content, PART + 5000), spec(content)))
                    .isInstanceOf(IOException.class);

            try (S3Client client = gateway().client(bucket)) {
                assertThat(client.listMultipartUploads(ask -> ask.bucket(bucket))
                                .uploads())
                        .isEmpty();
            }
        }
    }

    @Nested
    class AtTheTop extends InBucket {
        AtTheTop() {
            super("");
        }
    }

    @Nested
    class BehindAnAwkwardPrefix extends InBucket {
        BehindAnAwkwardPrefix() {
            super("Höfe & Tore/nord+süd %2F \"1\"/");
        }
    }
}
