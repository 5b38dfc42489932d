package io.vedette.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** What bytes turned out to be once all of them were read: their length in bytes, and their hash. */
public record Measured(long bytes, Sha256 sha256) {
    /** Reads what lies in a store, and closes it. Throws {@link BlobStoreFault} when it cannot be read. */
    public static Measured of(BlobKey key, InputStream content) {
        MessageDigest digest = Sha256.computing();
        try (InputStream body = content;
                OutputStream hash = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            long bytes = body.transferTo(hash);
            return new Measured(bytes, Sha256.of(digest));
        } catch (IOException e) {
            throw new BlobStoreFault("cannot read blob " + key, e);
        }
    }

    public boolean is(BlobSpec spec) {
        return bytes == spec.bytes() && sha256.equals(spec.sha256());
    }
}
