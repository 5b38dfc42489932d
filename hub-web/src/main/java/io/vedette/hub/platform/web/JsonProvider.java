package io.vedette.hub.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.link.LinkCodec;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * JSON in and out of the interface, for records of ours alone: an answer is a record, also when it holds a list, so that a
 * later field breaks nobody. The rules are those of the contracts (ISO 8601 times, unknown fields ignored, missing parts
 * refused); what is null is left out.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JsonProvider implements MessageBodyWriter<Record>, MessageBodyReader<Record> {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String OURS = "io.vedette.";
    private static final ObjectMapper JSON =
            LinkCodec.json().copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    /** The same JSON where no resource writes it: events of a stream. */
    public static String text(Record document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written: " + document.getClass(), e);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ours(type);
    }

    @Override
    public void writeTo(
            Record document,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", MediaType.APPLICATION_JSON);
        out.write(JSON.writeValueAsBytes(document));
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ours(type);
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        int most = most(type);
        byte[] document = in.readNBytes(most + 1);
        if (document.length > most) {
            throw new Refusal(Problem.TOO_LARGE);
        }
        // in two steps, so that what is no JSON and what is JSON of another shape are told apart
        JsonNode tree = JSON.readTree(document);
        if (tree.isMissingNode() || tree.isNull()) {
            throw new Refusal(Problem.INVALID);
        }
        return JSON.treeToValue(tree, type);
    }

    private static int most(Class<?> type) {
        MostBytes longer = type.getAnnotation(MostBytes.class);
        return longer == null ? MOST_BYTES : longer.value();
    }

    private static boolean ours(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(OURS);
    }
}
