package io.vedette.vault;

import java.util.Optional;

/**
 * What the names of our blobs begin with in a bucket or container: empty, or a folder with a slash at its end. The rest of a name is
 * the key, so others may keep what they like beside it.
 */
public record NamePrefix(String path) {
    /** A name has 1024 bytes in S3 and as many letters in Azure, of which a key takes half. */
    private static final int LONGEST = 128;

    /** Dots alone as a part would be taken out of the path on its way, and a double slash by some stores. */
    public NamePrefix {
        require(path.length() <= LONGEST, "the prefix is longer than " + LONGEST);
        require(path.isEmpty() || path.endsWith("/"), "the prefix ends with a slash");
        require(!("/" + path).contains("//"), "the prefix has an empty part");
        require(!("/" + path).contains("/./") && !("/" + path).contains("/../"), "the prefix has a part of dots alone");
        require(path.chars().noneMatch(Character::isISOControl), "the prefix has a control character");
    }

    public String of(BlobKey key) {
        return path + key.path();
    }

    public String of(BlobPrefix some) {
        return path + some.path();
    }

    /** Empty for a name that is none of ours. */
    public Optional<BlobKey> key(String name) {
        if (!name.startsWith(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlobKey(name.substring(path.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
