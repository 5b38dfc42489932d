package io.vedette.vault.azure;

import com.azure.storage.blob.models.BlobProperties;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
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
        return BlobInfo.labelled(
                key,
                blob.getMetadata().get(BYTES),
                blob.getMetadata().get(SHA256),
                blob.getBlobSize(),
                blob.getContentType());
    }
}
