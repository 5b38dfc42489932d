package io.vedette.vault.event.kafka;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The client's exceptions in our words. Theirs stay here, as do their causes but for the JDK's. */
final class Faults {
    private Faults() {}

    static EventFault of(String what, Throwable thrown) {
        Throwable e = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return EventFault.of(kind(e), what, e);
    }

    private static Kind kind(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) { // a time-out often carries why
            Kind kind = switch (e) {
                case RecordTooLargeException x -> Kind.TOO_LARGE;
                case RecordBatchTooLargeException x -> Kind.TOO_LARGE;
                case InvalidRecordException x -> Kind.UNFIT;
                case CorruptRecordException x -> Kind.BROKEN;
                case InvalidTimestampException x -> Kind.UNFIT;
                case SerializationException x -> Kind.UNFIT;
                case UnknownTopicOrPartitionException x -> Kind.ABSENT;
                case InvalidTopicException x -> Kind.ABSENT;
                case AuthenticationException x -> Kind.REFUSED;
                case AuthorizationException x -> Kind.REFUSED;
                case PolicyViolationException x -> Kind.REFUSED;
                case ThrottlingQuotaExceededException x -> Kind.THROTTLED;
                case BufferExhaustedException x -> Kind.THROTTLED;
                default -> null;
            };
            if (kind != null) {
                return kind;
            }
        }
        return Kind.BROKEN;
    }
}
