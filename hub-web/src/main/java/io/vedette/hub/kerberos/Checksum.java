package io.vedette.hub.kerberos;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What a chunk must come to, as the checksum extension of tus 1.0 says it: {@code sha256 <base64>}. For one chunk. */
final class Checksum {
    /** SHA-1 is what every client of tus has. It finds damage here, and proves nothing. */
    static final String ALGORITHMS = "sha256,sha1";

    private static final Map<String, String> NAMES = Map.of("sha256", "SHA-256", "sha1", "SHA-1");

    private final MessageDigest digest;
    private final byte[] wanted;

    private Checksum(MessageDigest digest, byte[] wanted) {
        this.digest = digest;
        this.wanted = wanted;
    }

    /** Empty for what is none. */
    static Optional<Checksum> read(String header) {
        String[] parts = header.strip().split(" ", 2);
        String name = NAMES.get(parts[0]);
        if (parts.length != 2 || name == null) {
            return Optional.empty();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            byte[] wanted = Base64.getDecoder().decode(parts[1].strip());
            return wanted.length == digest.getDigestLength()
                    ? Optional.of(new Checksum(digest, wanted))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    /** The same bytes, counted in. */
    InputStream over(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    /** Whether what was read came to it. To be asked once. */
    boolean right() {
        return MessageDigest.isEqual(wanted, digest.digest());
    }
}
