package io.vedette.vault.s3;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What an object carries as metadata, so that the bucket is complete by itself. */
final class Labels {
    private static final String BYTES = "vedette-bytes";
    private static final String SHA256 = "vedette-sha256";

    private Labels() {}

    static Map<String, String> of(BlobSpec spec) {
        return Map.of(BYTES, Long.toString(spec.bytes()), SHA256, spec.sha256().toString());
    }

    /** Throws {@link BlobCorrupt} when the object is not what was let in, or was never let in by us. */
    static BlobInfo read(BlobKey key, HeadObjectResponse object) {
        return BlobInfo.labelled(
                key,
                object.metadata().get(BYTES),
                object.metadata().get(SHA256),
                object.contentLength(),
                object.contentType());
    }
}
