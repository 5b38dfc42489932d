package io.vedette.vault.s3;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Hashed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Brings a body into the bucket: in one request when it fits into a part, else in parts, one after the other. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int PART = 8 << 20;
    private static final int STEP = 1 << 20;
    /** Amazon's limit, "Amazon S3 multipart upload limits". */
    private static final int MOST_PARTS = 10_000;

    private final S3Client client;
    private final Names names;
    private final S3Checksums checksums;

    Sending(S3Client client, Names names, S3Checksums checksums) {
        this.client = client;
        this.names = names;
        this.checksums = checksums;
    }

    void send(BlobKey key, Hashed body, BlobSpec spec) throws IOException {
        if (spec.bytes() <= PART) {
            whole(key, body.next(PART), spec);
        } else {
            parts(key, body, spec);
        }
    }

    private void whole(BlobKey key, byte[] content, BlobSpec spec) {
        var ask = PutObjectRequest.builder()
                .bucket(names.bucket())
                .key(names.of(key))
                .contentType(spec.contentType())
                .metadata(Labels.of(spec))
                .ifNoneMatch("*")
                .overrideConfiguration(Connection.WITH_BYTES);
        if (checksums == S3Checksums.WHEN_SUPPORTED) {
            ask.checksumSHA256(S3Signed.base64(spec.sha256()));
        }
        var unused = client.putObject(ask.build(), RequestBody.fromBytes(content));
    }

    private void parts(BlobKey key, Hashed body, BlobSpec spec) throws IOException {
        String upload = client.createMultipartUpload(ask -> ask.bucket(names.bucket())
                        .key(names.of(key))
                        .contentType(spec.contentType())
                        .metadata(Labels.of(spec)))
                .uploadId();
        boolean complete = false;
        try {
            List<CompletedPart> parts = upload(key, upload, body, partSize(spec.bytes()));
            var unused = client.completeMultipartUpload(ask -> ask.bucket(names.bucket())
                    .key(names.of(key))
                    .uploadId(upload)
                    .ifNoneMatch("*")
                    .multipartUpload(all -> all.parts(parts)));
            complete = true;
        } finally {
            if (!complete) {
                abort(names.of(key), upload);
            }
        }
    }

    private List<CompletedPart> upload(BlobKey key, String upload, Hashed body, int size) throws IOException {
        List<CompletedPart> parts = new ArrayList<>();
        while (body.left() > 0) {
            byte[] content = body.next(size);
            int number = parts.size() + 1;
            UploadPartResponse part = client.uploadPart(
                    ask -> ask.bucket(names.bucket())
                            .key(names.of(key))
                            .uploadId(upload)
                            .partNumber(number)
                            .overrideConfiguration(Connection.WITH_BYTES),
                    RequestBody.fromBytes(content));
            parts.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(part.eTag())
                    .checksumCRC32(part.checksumCRC32()) // where the store has computed one, it wants it back
                    .build());
        }
        return parts;
    }

    /** In whole megabytes, so that a blob of any allowed size has no more parts than S3 takes. */
    static int partSize(long bytes) {
        long least = Math.ceilDiv(bytes, MOST_PARTS);
        return (int) Math.max(PART, Math.ceilDiv(least, STEP) * STEP);
    }

    private void abort(String object, String upload) {
        try {
            var unused = client.abortMultipartUpload(
                    ask -> ask.bucket(names.bucket()).key(object).uploadId(upload));
        } catch (SdkException e) {
            LOG.warn("the parts of a broken-off upload stay in the bucket until the next sweep: {}", e.getMessage());
        }
    }

    void giveUp(Instant before) {
        client
                .listMultipartUploadsPaginator(
                        ask -> ask.bucket(names.bucket()).prefix(names.prefix().path()))
                .uploads()
                .stream()
                .filter(upload -> upload.initiated().isBefore(before))
                .filter(upload -> names.key(upload.key()).isPresent())
                .forEach(upload -> abort(upload.key(), upload.uploadId()));
    }
}
