package io.vedette.lab.camera;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer under construction (RFC 2326, section 7). */
final class RtspReply {
    private final String status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "";

    private RtspReply(String status) {
        this.status = status;
    }

    static RtspReply ok() {
        return new RtspReply("200 OK");
    }

    static RtspReply refuse(String status) {
        return new RtspReply(status);
    }

    boolean isOk() {
        return status.startsWith("200");
    }

    RtspReply with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    RtspReply body(String type, String text) {
        body = text;
        return with("Content-Type", type);
    }

    byte[] bytes(String sequence) {
        StringBuilder text = new StringBuilder("RTSP/1.0 ").append(status).append("\r\n");
        text.append("CSeq: ").append(sequence).append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
