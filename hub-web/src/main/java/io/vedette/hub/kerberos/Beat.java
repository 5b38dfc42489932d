package io.vedette.hub.kerberos;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What of an agent's beat is believed: that it is there, and what it says of its camera. All else is not read.
 *
 * @param connected whether the camera gives pictures
 */
record Beat(String device, String camera, String version, boolean connected) {
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int DEEPEST = 16;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(50)
                    .build())
            .build());

    /** An object; empty for anything else. */
    static Optional<JsonNode> json(byte[] text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return Optional.ofNullable(tree).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty when it does not say which device it is. */
    static Optional<Beat> of(JsonNode json) {
        return Sending.device(json.path("key").asText(""))
                .map(device -> new Beat(
                        device,
                        json.path("cameraname").asText(""),
                        printable(json.path("version").asText("")),
                        !json.path("cameraConnected").asText("true").equals("false")));
    }

    private static String printable(String told) {
        return told.replaceAll("[^ -~]", " ").strip();
    }
}
