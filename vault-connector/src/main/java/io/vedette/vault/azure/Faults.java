package io.vedette.vault.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's exceptions in our words. Codes are those of Microsoft's "Blob Storage error codes" and "Common REST API error codes". The
 * SDK's own exceptions stay here; of their causes the JDK's go on, as they tell why nothing was reached.
 */
final class Faults {
    private static final HttpHeaderName CODE = HttpHeaderName.fromString("x-ms-error-code");
    private static final HttpHeaderName REQUEST = HttpHeaderName.fromString("x-ms-request-id");
    // a full account has no code of its own; 507 is what gateways say
    private static final Set<String> QUOTA =
            Set.of("BlockCountExceedsLimit", "RequestBodyTooLarge", "ContentLengthLargerThanTierLimit");
    private static final Set<String> REFUSED = Set.of(
            "BlobArchived",
            "BlobBeingRehydrated",
            "BlobImmutableDueToPolicy",
            "LeaseIdMissing",
            "InvalidAuthenticationInfo",
            "InvalidResourceName",
            "PublicAccessNotPermitted");

    private Faults() {}

    static BlobStoreFault of(String what, RuntimeException e) {
        return e instanceof HttpResponseException answer && answer.getResponse() != null
                ? of(what, answer.getResponse())
                : new BlobStoreFault(Kind.BROKEN, what + ": " + e.getMessage(), ofTheJdk(e));
    }

    static BlobStoreFault of(String what, HttpResponse answer) {
        String request = answer.getHeaderValue(REQUEST) == null ? "" : ", request " + answer.getHeaderValue(REQUEST);
        return new BlobStoreFault(
                kind(answer.getStatusCode(), code(answer)),
                what + ": the store answered " + answer.getStatusCode() + " " + code(answer) + request,
                null);
    }

    /** The blob alone: any other 404 is about the container, or comes from somebody who is no store. */
    static boolean notFound(HttpResponse answer) {
        return answer.getStatusCode() == 404 && code(answer).equals("BlobNotFound");
    }

    /** Somebody else wrote under the key; whose commit takes away all blocks that it does not name. */
    static boolean taken(HttpResponse answer) {
        return Set.of("BlobAlreadyExists", "ConditionNotMet", "InvalidBlockList")
                .contains(code(answer));
    }

    /** The same without types that are none of the JDK's. */
    static IOException plain(IOException e) {
        return e.getClass().getName().startsWith("java.") ? e : new IOException(e.getMessage());
    }

    private static Kind kind(int status, String code) {
        if (QUOTA.contains(code) || status == 507) {
            return Kind.QUOTA;
        }
        if (status == 429 || status == 503) {
            return Kind.THROTTLED;
        }
        if (status == 404 || code.equals("ContainerBeingDeleted")) {
            return Kind.ABSENT;
        }
        if (status == 401 || status == 403 || REFUSED.contains(code)) {
            return Kind.REFUSED;
        }
        return Kind.BROKEN;
    }

    private static String code(HttpResponse answer) {
        String code = answer.getHeaderValue(CODE);
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
