package io.vedette.agent.wire.listen;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param words plain text for people; may be empty
 */
public record Response(int status, Map<String, String> headers, String words) {
    public static Response of(int status, String words) {
        return new Response(status, Map.of(), words);
    }

    /** The same with one header more. */
    public Response with(String name, long value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, Long.toString(value));
        return new Response(status, more, words);
    }
}
