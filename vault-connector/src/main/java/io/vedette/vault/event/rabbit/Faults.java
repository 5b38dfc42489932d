package io.vedette.vault.event.rabbit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import javax.net.ssl.SSLException;

/** The client's exceptions and the broker's reply codes (AMQP 0-9-1, section 1.2, and RabbitMQ's errata) in our words. */
final class Faults {
    private Faults() {}

    static EventFault of(String what, Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof ShutdownSignalException signal) {
                Kind kind = kind(signal);
                if (kind != Kind.BROKEN) {
                    return new EventFault(kind, what + ": " + said(signal));
                }
            }
            // without the capability to say so, a broker hangs up on a wrong password
            if (e instanceof PossibleAuthenticationFailureException || e instanceof SSLException) {
                return EventFault.of(Kind.REFUSED, what, e);
            }
        }
        return EventFault.of(Kind.BROKEN, what, thrown);
    }

    private static Kind kind(ShutdownSignalException signal) {
        return switch (code(signal)) {
            case AMQP.NOT_FOUND -> Kind.ABSENT;
            case AMQP.ACCESS_REFUSED, AMQP.NOT_ALLOWED -> Kind.REFUSED;
            case AMQP.CONTENT_TOO_LARGE -> Kind.TOO_LARGE;
            // RabbitMQ's own way to say it: "message size … is larger than configured max size …"
            case AMQP.PRECONDITION_FAILED -> said(signal).contains("size") ? Kind.TOO_LARGE : Kind.BROKEN;
            case AMQP.RESOURCE_ERROR -> Kind.THROTTLED;
            default -> Kind.BROKEN;
        };
    }

    private static int code(ShutdownSignalException signal) {
        return switch (signal.getReason()) {
            case AMQP.Channel.Close channel -> channel.getReplyCode();
            case AMQP.Connection.Close connection -> connection.getReplyCode();
            case null, default -> 0;
        };
    }

    private static String said(ShutdownSignalException signal) {
        return switch (signal.getReason()) {
            case AMQP.Channel.Close channel -> "the broker answered " + channel.getReplyText();
            case AMQP.Connection.Close connection -> "the broker answered " + connection.getReplyText();
            case null, default -> "the connection is gone";
        };
    }
}
