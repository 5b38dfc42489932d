package io.vedette.vault.event.sqs;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The SDK's exceptions in our words. Codes are those of Amazon's "SQS API Reference": common errors, {@code SendMessage}. */
final class Faults {
    private static final Set<String> ABSENT = Set.of(
            "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "InvalidAddress", "QueueDeletedRecently");
    private static final Set<String> THROTTLED = Set.of(
            "RequestThrottled",
            "OverLimit",
            "ThrottlingException",
            "Throttling",
            "KmsThrottled",
            "TooManyRequestsException");
    private static final Set<String> REFUSED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "InvalidSecurity",
            "MissingAuthenticationToken",
            "NotAuthorized",
            "OptInRequired",
            "KmsAccessDenied",
            "KmsDisabled",
            "KmsInvalidState",
            "KmsNotFound",
            "KmsOptInRequired");
    private static final Set<String> PARAMETER = Set.of("InvalidParameterValue", "InvalidAttributeValue");

    private Faults() {}

    static EventFault of(String what, SdkException e) {
        return e instanceof AwsServiceException answer
                ? new EventFault(kind(answer), what + ": " + said(answer))
                : EventFault.of(Kind.BROKEN, what, e);
    }

    private static Kind kind(AwsServiceException e) {
        String code = code(e);
        if (ABSENT.contains(code)) {
            return Kind.ABSENT;
        }
        if (THROTTLED.contains(code) || e.statusCode() == 429 || e.statusCode() == 503) {
            return Kind.THROTTLED;
        }
        if (e.statusCode() == 413 || PARAMETER.contains(code) && aboutLength(e)) {
            return Kind.TOO_LARGE;
        }
        if (code.equals("InvalidMessageContents") || PARAMETER.contains(code)) {
            return Kind.UNFIT;
        }
        if (REFUSED.contains(code) || e.statusCode() == 401 || e.statusCode() == 403) {
            return Kind.REFUSED;
        }
        return Kind.BROKEN;
    }

    /** There is no code of its own for it: "Message must be shorter than … bytes", "MessageTooLong". */
    private static boolean aboutLength(AwsServiceException e) {
        String said = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
        return said.contains("shorter than") || said.contains("too long") || said.contains("toolong");
    }

    private static String said(AwsServiceException e) {
        String request = e.requestId() == null ? "" : ", request " + e.requestId();
        return "the queue answered " + e.statusCode() + " " + code(e) + request;
    }

    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
