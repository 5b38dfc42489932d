package io.vedette.vault.s3;

import io.vedette.contracts.Secret;
import io.vedette.vault.NamePrefix;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a bucket is and with what it is opened.
 *
 * @param endpoint empty for AWS itself, else scheme, host and port alone
 * @param region as the store names it; stores without regions take any, mostly {@code us-east-1}
 * @param prefix what our keys begin with in the bucket, a {@link NamePrefix}
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

    public S3Settings {
        endpoint.ifPresent(S3Settings::requireAddress);
        require(REGION.matcher(region).matches(), "not a region");
        require(BUCKET.matcher(bucket).matches() && !bucket.contains(".."), "not the name of a bucket");
        var unused = new NamePrefix(prefix);
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

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
