package io.vedette.vault;

import java.util.regex.Pattern;

/** What a blob must turn out to be before it is let in: its length in bytes, its hash, and the type it is served with. */
public record BlobSpec(long bytes, Sha256 sha256, String contentType) {
    public static final String MP4 = "video/mp4";
    public static final String JPEG = "image/jpeg";

    // printable ASCII only: the value becomes a header line (RFC 9110, section 8.3.1)
    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}/[A-Za-z0-9][A-Za-z0-9.+-]{0,63}(?:;[ -~]{1,100})?");

    public BlobSpec {
        if (bytes < 0) {
            throw new IllegalArgumentException("a blob has a length");
        }
        if (!TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("not a content type");
        }
    }
}
