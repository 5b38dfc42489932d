package io.vedette.vault.s3;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What an object carries as metadata, so that the bucket is complete by itself. */
final class Labels {
    private static final String BYTES = "vedette-bytes";
    private static final String SHA256 = "vedette-sha256";

    /** The hash of what others sent in parts and nobody has read yet: it is no blob. */
    private static final String UNREAD = "vedette-unread";

    private Labels() {}

    static Map<String, String> of(BlobSpec spec) {
        return Map.of(BYTES, Long.toString(spec.bytes()), SHA256, spec.sha256().toString());
    }

    static Map<String, String> ofUnread(BlobSpec spec) {
        return Map.of(UNREAD, spec.sha256().toString());
    }

    /** Empty for a blob, and for what is none of ours. */
    static Optional<Sha256> unread(HeadObjectResponse object) {
        return Optional.ofNullable(object.metadata().get(UNREAD)).map(Sha256::new);
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
