package io.vedette.contracts.link;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/** JSON for the control link. Safe for use by several threads. */
public final class LinkCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .defaultSetterInfo(
                    JsonSetter.Value.forValueNulls(Nulls.FAIL)) // missing ones, too; but where a part may be null
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private LinkCodec() {}

    /** The mapper with the rules of the contracts, for the few documents that travel outside the link. */
    public static ObjectMapper json() {
        return JSON;
    }

    public static String write(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of ours cannot be written: " + message.getClass(), e);
        }
    }

    /**
     * Reads one message. Empty for a type this side does not know yet.
     *
     * @throws UnreadableMessage when the text is no JSON, or a known message with a wrong or missing part
     */
    public static Optional<FromAgent> fromAgent(String text) throws UnreadableMessage {
        return read(text, FromAgent.class);
    }

    /** As {@link #fromAgent}, for the other direction. */
    public static Optional<FromHub> fromHub(String text) throws UnreadableMessage {
        return read(text, FromHub.class);
    }

    private static <T> Optional<T> read(String text, Class<T> kind) throws UnreadableMessage {
        try {
            return Optional.ofNullable(JSON.readValue(text, kind));
        } catch (JsonProcessingException e) {
            throw new UnreadableMessage(e.getOriginalMessage());
        }
    }

    /** The other side said something that cannot be understood; the message names the first fault, without the text. */
    public static final class UnreadableMessage extends Exception {
        UnreadableMessage(String fault) {
            super(fault);
        }
    }
}
