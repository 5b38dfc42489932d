package io.vedette.vault.s3;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
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
        String bytes = object.metadata().get(BYTES);
        String sha256 = object.metadata().get(SHA256);
        if (bytes == null || sha256 == null) {
            throw new BlobCorrupt(key, "lies in the bucket without length and hash, so it was not put there by us");
        }
        if (!bytes.equals(String.valueOf(object.contentLength()))) {
            throw new BlobCorrupt(key, "has " + object.contentLength() + " bytes and should have " + bytes);
        }
        try {
            return new BlobInfo(key, Long.parseLong(bytes), new Sha256(sha256), object.contentType());
        } catch (IllegalArgumentException e) {
            throw new BlobCorrupt(key, "its metadata is not ours");
        }
    }
}
