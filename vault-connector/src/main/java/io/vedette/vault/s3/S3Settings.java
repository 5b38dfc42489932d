package io.vedette.vault.s3;

import io.vedette.contracts.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a bucket is and with what it is opened.
 *
 * @param endpoint empty for AWS itself, else scheme, host and port alone
 * @param region as the store names it; stores without regions take any, mostly {@code us-east-1}
 * @param prefix what our keys begin with in the bucket: empty, or a folder with a slash at its end
 * @param pathStyle the bucket in the path instead of the host's name, as most stores of one's own want it
 */
public record S3Settings(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        S3Checksums checksums,
        String accessKey,
        Secret secretKey) {
    // Amazon's rules for names of buckets and the older, wider ones that others still take
    private static final Pattern BUCKET = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{1,61}[a-zA-Z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-zA-Z0-9-]{1,64}");
    private static final Pattern ACCESS_KEY = Pattern.compile("[!-~]{1,256}");
    /** A key of S3 has 1024 bytes, of which ours take half. */
    private static final int LONGEST_PREFIX = 128;

    public S3Settings {
        endpoint.ifPresent(S3Settings::requireAddress);
        require(REGION.matcher(region).matches(), "not a region");
        require(BUCKET.matcher(bucket).matches() && !bucket.contains(".."), "not the name of a bucket");
        requirePrefix(prefix);
        require(ACCESS_KEY.matcher(accessKey).matches(), "not an access key");
        require(!secretKey.reveal().isBlank(), "the secret key is missing");
    }

    private static void requireAddress(URI address) {
        require(
                "https".equals(address.getScheme()) || "http".equals(address.getScheme()),
                "the address is http or https");
        require(
                address.getHost() != null && address.getRawUserInfo() == null,
                "the address has a host and no password");
        require(
                address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && (address.getRawPath().isEmpty() || "/".equals(address.getRawPath())),
                "the address has no path");
    }

    /** Dots alone as a part would be taken out of the path on its way, and a double slash by some stores. */
    private static void requirePrefix(String prefix) {
        require(prefix.length() <= LONGEST_PREFIX, "the prefix is longer than " + LONGEST_PREFIX);
        require(prefix.isEmpty() || prefix.endsWith("/"), "the prefix ends with a slash");
        require(!("/" + prefix).contains("//"), "the prefix has an empty part");
        require(
                !("/" + prefix).contains("/./") && !("/" + prefix).contains("/../"),
                "the prefix has a part of dots alone");
        require(prefix.chars().noneMatch(Character::isISOControl), "the prefix has a control character");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
