package io.vedette.vault.s3;

import io.vedette.lab.bucket.BucketServer;
import java.util.Optional;

/** How a bucket of the tests' server is opened. */
public final class Buckets {
    private Buckets() {}

    public static S3Settings settings(BucketServer server, String bucket, String prefix, S3Checksums checksums) {
        return new S3Settings(
                Optional.of(server.address()),
                "us-east-1",
                bucket,
                prefix,
                true,
                checksums,
                server.accessKey(),
                server.secretKey());
    }
}
