package io.vedette.vault.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.OutgoingEvent;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Events for the contract. */
public final class Events {
    private Events() {}

    public static OutgoingEvent fresh() {
        return event("gate", 1, "{\"what\":\"Tür & \\\"Tor\\\" 🚪\"}");
    }

    public static OutgoingEvent event(String key, long sequence, String body) {
        return new OutgoingEvent(
                UUID.randomUUID() + ".stored",
                key,
                String.format(Locale.ROOT, "%019d", sequence),
                "application/cloudevents+json",
                body.getBytes(UTF_8),
                Map.of("type", "io.vedette.recording.stored.v1", "source", "/t/acme/cameras/" + key));
    }

    /** Of a size that the brokers of the tests do not take. */
    public static OutgoingEvent tooLarge() {
        return event("gate", 1, "x".repeat(1_200_000));
    }

    /** Fails with this kind, and nothing in it is the broker's client's. */
    public static EventFault assertFails(EventFault.Kind kind, ThrowingCallable call) {
        EventFault fault = catchThrowableOfType(EventFault.class, call);

        assertThat(fault).isNotNull();
        assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            assertThat(cause.getClass().getName()).startsWith("java");
        }
        return fault;
    }
}
