package io.vedette.vault.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Hashed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Brings a body into the container: in one request when it fits into a block, else in blocks, one after the other. */
final class Sending {
    private static final int BLOCK = 8 << 20;
    private static final int STEP = 1 << 20;
    /** Microsoft's limit, "Scalability and performance targets for Blob storage". */
    private static final int MOST_BLOCKS = 50_000;

    private static final int RUN_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Connection azure;

    Sending(Connection azure) {
        this.azure = azure;
    }

    /**
     * Empty when it is there now, else what the store said when somebody was faster.
     *
     * @throws BlobStoreFault the store refuses it for another reason
     */
    Optional<BlobStoreFault> send(BlobKey key, Hashed body, BlobSpec spec) throws IOException {
        BlockBlobClient blob = azure.blob(key);
        if (spec.bytes() > BLOCK) {
            return inBlocks(key, blob, body, spec);
        }
        byte[] content = body.next(BLOCK);
        if (finishing(key, () -> whole(blob, content, spec)).isEmpty()) {
            return Optional.empty();
        }
        // blocks that a broken-off put has left count as a blob here (seen with Azurite), and not where blocks are
        // committed
        return inBlocks(key, blob, new Hashed(key, new ByteArrayInputStream(content), spec), spec);
    }

    private static Optional<BlobStoreFault> inBlocks(BlobKey key, BlockBlobClient blob, Hashed body, BlobSpec spec)
            throws IOException {
        List<String> blocks = stage(key, blob, body, blockSize(spec.bytes()));
        return finishing(key, () -> commit(blob, blocks, spec));
    }

    private static void whole(BlockBlobClient blob, byte[] content, BlobSpec spec) {
        var unused = blob.uploadWithResponse(
                new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
                        .setContentMd5(md5(content))
                        .setHeaders(headers(spec))
                        .setMetadata(Labels.of(spec))
                        .setRequestConditions(onlyIfAbsent()),
                null,
                Context.NONE);
    }

    /** Uncommitted blocks of one name are in one heap, so each run names its own: two that put one key do not mix their bytes. */
    private static List<String> stage(BlobKey key, BlockBlobClient blob, Hashed body, int size) throws IOException {
        byte[] run = new byte[RUN_BYTES];
        RANDOM.nextBytes(run);
        List<String> blocks = new ArrayList<>();
        while (body.left() > 0) {
            byte[] content = body.next(size);
            String id = Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(RUN_BYTES + Integer.BYTES)
                            .put(run)
                            .putInt(blocks.size())
                            .array());
            try {
                var unused = blob.stageBlockWithResponse(
                        new BlockBlobStageBlockOptions(id, BinaryData.fromBytes(content)).setContentMd5(md5(content)),
                        null,
                        Context.NONE);
            } catch (RuntimeException e) {
                throw Faults.of("cannot store blob " + key, e);
            }
            blocks.add(id);
        }
        return blocks;
    }

    private static void commit(BlockBlobClient blob, List<String> blocks, BlobSpec spec) {
        var unused = blob.commitBlockListWithResponse(
                new BlockBlobCommitBlockListOptions(blocks)
                        .setHeaders(headers(spec))
                        .setMetadata(Labels.of(spec))
                        .setRequestConditions(onlyIfAbsent()),
                null,
                Context.NONE);
    }

    private static Optional<BlobStoreFault> finishing(BlobKey key, Runnable request) {
        try {
            request.run();
            return Optional.empty();
        } catch (HttpResponseException e) {
            BlobStoreFault fault = Faults.of("cannot store blob " + key, e);
            if (e.getResponse() != null && Faults.taken(e.getResponse())) {
                return Optional.of(fault);
            }
            throw fault;
        } catch (RuntimeException e) {
            throw Faults.of("cannot store blob " + key, e);
        }
    }

    /** In whole megabytes, so that a blob of any allowed size has no more blocks than Azure takes. */
    static int blockSize(long bytes) {
        long least = Math.ceilDiv(bytes, MOST_BLOCKS);
        return Math.toIntExact(Math.max(BLOCK, Math.ceilDiv(least, STEP) * STEP));
    }

    private static BlobHttpHeaders headers(BlobSpec spec) {
        return new BlobHttpHeaders().setContentType(spec.contentType());
    }

    private static BlobRequestConditions onlyIfAbsent() {
        return new BlobRequestConditions().setIfNoneMatch("*");
    }

    /** Compared by the store with what arrived; a check on the way, nothing is trusted to it. */
    private static byte[] md5(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
