package io.vedette.vault.filesystem;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text beside a blob. Four lines, so that a person with a shell can check a file with {@code sha256sum}. */
final class Sidecar {
    private static final int LONGEST = 1024;
    private static final Pattern FORM =
            Pattern.compile("vedette-blob 1\nbytes ([0-9]{1,18})\nsha256 ([0-9a-f]{64})\ntype ([ -~]+)\n");

    private Sidecar() {}

    static byte[] write(BlobSpec spec) {
        return ("vedette-blob 1\nbytes " + spec.bytes() + "\nsha256 " + spec.sha256() + "\ntype " + spec.contentType()
                        + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static BlobSpec read(BlobKey key, Path file) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            text = new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BlobCorrupt(key, "its sidecar cannot be read");
        }
        try {
            return new BlobSpec(Long.parseLong(form.group(1)), new Sha256(form.group(2)), form.group(3));
        } catch (IllegalArgumentException e) {
            throw new BlobCorrupt(key, "its sidecar is not ours");
        }
    }
}
