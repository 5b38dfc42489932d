package io.vedette.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;

/** JSON for events, under the contracts' common rules: what is unknown is ignored, what is missing is refused. Any thread. */
public final class EventCodec {
    /** CloudEvents 1.0.2, "JSON Event Format", section 3. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";
    /** More than any event of ours has, written out. */
    public static final int MOST_BYTES = 16 << 10;

    private static final ObjectMapper JSON = LinkCodec.json();

    private EventCodec() {}

    /** UTF-8. */
    public static byte[] write(RecordingStoredEvent event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours cannot be written", e);
        }
    }

    /** @throws UnreadableEvent when it is too long, no JSON, of another type, or a part is wrong or missing */
    public static RecordingStoredEvent recordingStored(byte[] json) throws UnreadableEvent {
        if (json.length > MOST_BYTES) {
            throw new UnreadableEvent("longer than " + MOST_BYTES + " bytes");
        }
        try {
            RecordingStoredEvent event = JSON.readValue(json, RecordingStoredEvent.class);
            if (event == null) { // the text "null"
                throw new UnreadableEvent("not an event");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(e.getOriginalMessage());
        } catch (IOException e) { // bytes that are no UTF-8
            throw new UnreadableEvent("not text");
        }
    }

    /** Somebody sent what cannot be understood; the message names the first fault, without the text. */
    public static final class UnreadableEvent extends Exception {
        UnreadableEvent(String fault) {
            super(fault);
        }
    }
}
