package io.vedette.vault.azure;

import com.azure.storage.blob.models.BlobProperties;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import java.util.Map;

/** What a blob carries as metadata, so that the container is complete by itself. Azure wants names of C# for it: no hyphens. */
final class Labels {
    private static final String BYTES = "vedette_bytes";
    private static final String SHA256 = "vedette_sha256";

    private Labels() {}

    static Map<String, String> of(BlobSpec spec) {
        return Map.of(BYTES, Long.toString(spec.bytes()), SHA256, spec.sha256().toString());
    }

    /** Throws {@link BlobCorrupt} when the blob is not what was let in, or was never let in by us. */
    static BlobInfo read(BlobKey key, BlobProperties blob) {
        String bytes = blob.getMetadata().get(BYTES);
        String sha256 = blob.getMetadata().get(SHA256);
        if (bytes == null || sha256 == null) {
            throw new BlobCorrupt(key, "lies in the container without length and hash, so it was not put there by us");
        }
        if (!bytes.equals(String.valueOf(blob.getBlobSize()))) {
            throw new BlobCorrupt(key, "has " + blob.getBlobSize() + " bytes and should have " + bytes);
        }
        try {
            return new BlobInfo(key, Long.parseLong(bytes), new Sha256(sha256), blob.getContentType());
        } catch (IllegalArgumentException e) {
            throw new BlobCorrupt(key, "its metadata is not ours");
        }
    }
}
