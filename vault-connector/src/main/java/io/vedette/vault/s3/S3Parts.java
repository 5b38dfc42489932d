package io.vedette.vault.s3;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Measured;
import io.vedette.vault.PartPlan;
import io.vedette.vault.PartsId;
import io.vedette.vault.SentPart;
import io.vedette.vault.Sha256;
import io.vedette.vault.SignedAccess;
import io.vedette.vault.SignedAddress;
import io.vedette.vault.SignedParts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.UploadPartPresignRequest;

/**
 * S3's uploads in parts, whose parts others send. What is put together carries the mark "unread" instead of the labels of a blob; once it was read
 * and is right, the store copies it onto itself with the labels, on the condition that it is still what was read.
 */
final class S3Parts implements SignedParts {
    private final BlobStore store;
    private final S3Client client;
    private final S3Presigner presigner;
    private final Names names;
    private final S3Checksums checksums;

    S3Parts(BlobStore store, S3Client client, S3Presigner presigner, Names names, S3Checksums checksums) {
        this.store = store;
        this.client = client;
        this.presigner = presigner;
        this.names = names;
        this.checksums = checksums;
    }

    @Override
    public PartPlan plan(long bytes) {
        return new PartPlan(bytes, Sending.partSize(bytes));
    }

    @Override
    public PartsId begin(BlobKey key, BlobSpec spec) {
        if (spec.bytes() < 1 || spec.bytes() > MOST_BYTES) {
            throw new IllegalArgumentException("not of a length that is sent in parts");
        }
        var ask = CreateMultipartUploadRequest.builder()
                .bucket(names.bucket())
                .key(names.of(key))
                .contentType(spec.contentType())
                .metadata(Labels.ofUnread(spec));
        if (checksums == S3Checksums.WHEN_SUPPORTED) {
            ask.checksumAlgorithm(ChecksumAlgorithm.SHA256);
        }
        try {
            return new PartsId(client.createMultipartUpload(ask.build()).uploadId());
        } catch (SdkException e) {
            throw Faults.of("cannot begin blob " + key, e);
        }
    }

    @Override
    public SignedAddress part(BlobKey key, PartsId id, PartPlan plan, int part, Sha256 sha256, Duration validFor) {
        SignedAccess.requireValid(validFor);
        var request = UploadPartRequest.builder()
                .bucket(names.bucket())
                .key(names.of(key))
                .uploadId(id.value())
                .partNumber(part)
                .contentLength(plan.length(part));
        if (checksums == S3Checksums.WHEN_SUPPORTED) {
            request.checksumSHA256(S3Signed.base64(sha256));
        }
        return S3Signed.address(presigner.presignUploadPart(UploadPartPresignRequest.builder()
                .signatureDuration(validFor)
                .uploadPartRequest(request.build())
                .build()));
    }

    @Override
    public List<SentPart> sent(BlobKey key, PartsId id) {
        return listed(key, id).stream()
                .map(part -> new SentPart(part.partNumber(), part.size()))
                .toList();
    }

    private List<Part> listed(BlobKey key, PartsId id) {
        try {
            return client
                    .listPartsPaginator(
                            ask -> ask.bucket(names.bucket()).key(names.of(key)).uploadId(id.value()))
                    .parts()
                    .stream()
                    .toList();
        } catch (AwsServiceException e) {
            if (Faults.notFound(e)) {
                return List.of();
            }
            throw Faults.of("cannot look at the parts of blob " + key, e);
        } catch (SdkException e) {
            throw Faults.of("cannot look at the parts of blob " + key, e);
        }
    }

    @Override
    public Completed complete(BlobKey key, PartsId id, BlobSpec spec) {
        Optional<BlobInfo> before = blob(key);
        if (before.isPresent()) {
            abort(key, id);
            if (!before.get().sameContentAs(spec)) {
                throw new BlobCorrupt(key, "other content is stored under this key");
            }
            return new Completed.Whole(before.get());
        }
        List<Part> parts = listed(key, id);
        if (!parts.isEmpty()) {
            if (!isWhole(parts, plan(spec.bytes()))) {
                return new Completed.Missing(
                        parts.stream().mapToLong(Part::size).sum());
            }
            makeRoom(key);
            putTogether(key, id, parts);
        }
        return letIn(key, spec);
    }

    /** Empty also for what is no blob, or not yet one. */
    private Optional<BlobInfo> blob(BlobKey key) {
        try {
            return store.find(key);
        } catch (BlobCorrupt none) {
            return Optional.empty();
        }
    }

    /** What is damaged there, or was never read, the condition would let nothing over. */
    private void makeRoom(BlobKey key) {
        try {
            var unused = store.find(key);
        } catch (BlobCorrupt damaged) {
            store.delete(key);
        }
    }

    private static boolean isWhole(List<Part> parts, PartPlan plan) {
        return parts.size() == plan.count()
                && parts.stream()
                        .allMatch(part -> plan.has(part.partNumber()) && part.size() == plan.length(part.partNumber()));
    }

    private void putTogether(BlobKey key, PartsId id, List<Part> parts) {
        List<CompletedPart> all = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.partNumber())
                        .eTag(part.eTag())
                        .checksumSHA256(part.checksumSHA256())
                        .build())
                .toList();
        try {
            var unused = client.completeMultipartUpload(ask -> ask.bucket(names.bucket())
                    .key(names.of(key))
                    .uploadId(id.value())
                    .ifNoneMatch("*")
                    .multipartUpload(upload -> upload.parts(all))
                    .overrideConfiguration(Connection.WITH_BYTES));
        } catch (SdkException e) {
            throw Faults.of("cannot put the parts of blob " + key + " together", e);
        }
    }

    private Completed letIn(BlobKey key, BlobSpec spec) {
        Optional<HeadObjectResponse> object = look(key)
                .filter(one -> Labels.unread(one).filter(spec.sha256()::equals).isPresent());
        if (object.isEmpty()) {
            return new Completed.Unknown();
        }
        String tag = object.get().eTag();
        if (object.get().contentLength() != spec.bytes() || !read(key, tag).is(spec)) {
            store.delete(key);
            return new Completed.Wrong();
        }
        label(key, tag, spec);
        return new Completed.Whole(store.info(key));
    }

    private Optional<HeadObjectResponse> look(BlobKey key) {
        return Look.at(client, names, key);
    }

    private Measured read(BlobKey key, String tag) {
        try {
            return Measured.of(
                    key,
                    new Body(client.getObject(
                            ask -> ask.bucket(names.bucket()).key(names.of(key)).ifMatch(tag),
                            ResponseTransformer.toInputStream())));
        } catch (SdkException e) {
            throw Faults.of("cannot read blob " + key, e);
        }
    }

    private void label(BlobKey key, String tag, BlobSpec spec) {
        try {
            var unused = client.copyObject(ask -> ask.sourceBucket(names.bucket())
                    .sourceKey(names.of(key))
                    .copySourceIfMatch(tag)
                    .destinationBucket(names.bucket())
                    .destinationKey(names.of(key))
                    .metadataDirective(MetadataDirective.REPLACE)
                    .contentType(spec.contentType())
                    .metadata(Labels.of(spec))
                    .overrideConfiguration(Connection.WITH_BYTES));
        } catch (SdkException e) {
            throw Faults.of("cannot let blob " + key + " in", e);
        }
    }

    @Override
    public void abort(BlobKey key, PartsId id) {
        try {
            var unused = client.abortMultipartUpload(
                    ask -> ask.bucket(names.bucket()).key(names.of(key)).uploadId(id.value()));
        } catch (AwsServiceException e) {
            if (!Faults.notFound(e)) {
                throw Faults.of("cannot give up the parts of blob " + key, e);
            }
        } catch (SdkException e) {
            throw Faults.of("cannot give up the parts of blob " + key, e);
        }
        if (look(key).flatMap(Labels::unread).isPresent()) {
            store.delete(key);
        }
    }
}
