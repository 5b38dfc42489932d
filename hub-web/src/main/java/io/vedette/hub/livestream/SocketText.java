package io.vedette.hub.livestream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.vedette.contracts.link.LinkCodec;
import java.util.Optional;

/** Reads what came as text on a socket. */
final class SocketText {
    private SocketText() {}

    /** Empty for whatever is not a whole one of these: a peer's garbage is no fault of ours. */
    static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(LinkCodec.json()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
