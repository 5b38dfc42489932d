package io.vedette.vault.s3;

import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The SDK's exceptions in our words. Codes are those of Amazon's "Error responses" and, for room, what Ceph and MinIO say. The
 * SDK's own exceptions stay here; of their causes the JDK's go on, as they tell why nothing was reached.
 */
final class Faults {
    private static final Set<String> QUOTA = Set.of(
            "QuotaExceeded",
            "InsufficientStorage",
            "XMinioStorageFull",
            "XMinioAdminBucketQuotaExceeded",
            "EntityTooLarge");
    private static final Set<String> THROTTLED =
            Set.of("SlowDown", "ThrottlingException", "RequestLimitExceeded", "TooManyRequests");
    private static final Set<String> REFUSED =
            Set.of("AuthorizationHeaderMalformed", "PermanentRedirect", "InvalidBucketName");

    private Faults() {}

    static BlobStoreFault of(String what, SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return new BlobStoreFault(kind(answer), what + ": " + said(answer), null);
        }
        Throwable cause = ofTheJdk(e); // tells more than the SDK, where there is one
        return new BlobStoreFault(Kind.BROKEN, what + ": " + (cause == null ? e : cause).getMessage(), cause);
    }

    static boolean notFound(AwsServiceException e) {
        return e.statusCode() == 404 && !"NoSuchBucket".equals(code(e));
    }

    /** Somebody else wrote under the key, or is at it. */
    static boolean taken(AwsServiceException e) {
        return e.statusCode() == 412 || e.statusCode() == 409 && !"BucketAlreadyExists".equals(code(e));
    }

    private static Kind kind(AwsServiceException e) {
        String code = code(e);
        if (QUOTA.contains(code) || e.statusCode() == 507) {
            return Kind.QUOTA;
        }
        if (THROTTLED.contains(code) || e.statusCode() == 429 || e.statusCode() == 503) {
            return Kind.THROTTLED;
        }
        if (e.statusCode() == 404) {
            return Kind.ABSENT;
        }
        if (e.statusCode() == 401 || e.statusCode() == 403 || e.statusCode() == 301 || REFUSED.contains(code)) {
            return Kind.REFUSED;
        }
        return Kind.BROKEN;
    }

    private static String said(AwsServiceException e) {
        String request = e.requestId() == null ? "" : ", request " + e.requestId();
        return "the store answered " + e.statusCode() + " " + code(e) + request;
    }

    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private static @Nullable Throwable ofTheJdk(Throwable e) {
        Throwable cause = e.getCause();
        while (cause != null && !cause.getClass().getName().startsWith("java.")) {
            cause = cause.getCause();
        }
        return cause;
    }
}
