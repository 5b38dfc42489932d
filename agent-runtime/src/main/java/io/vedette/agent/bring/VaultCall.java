package io.vedette.agent.bring;

import io.vedette.agent.spool.ClosedRecording;
import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.agent.wire.VaultAddress;
import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The requests to a vault: an answer that says where a recording stands, or why not. One thread. */
final class VaultCall {
    /** The hub gives a new one. */
    static final class TicketRefused extends IOException {
        private static final long serialVersionUID = 1L;

        TicketRefused(int status) {
            super("the vault refuses the ticket (" + status + ")");
        }
    }

    /** The vault does not want this recording, and will not. */
    static final class NotThis extends IOException {
        private static final long serialVersionUID = 1L;

        NotThis(String why) {
            super(why);
        }
    }

    private final VaultAddress vault;
    private final String ticket;

    VaultCall(VaultAddress vault, String ticket) {
        this.vault = vault;
        this.ticket = ticket;
    }

    /** Announces it, or learns how far an earlier announcement of the same content came; answers the next offset. */
    long announce(ClosedRecording recording) throws IOException {
        HttpAnswer answer = send(
                "POST",
                recording.id(),
                Map.of(
                        "Upload-Length",
                        Long.toString(recording.bytes()),
                        "Vedette-Sha256",
                        recording.sha256(),
                        "Vedette-Started",
                        recording.startedAt().toString(),
                        "Vedette-Duration",
                        Long.toString(recording.duration().toMillis()),
                        "Vedette-Mime",
                        recording.mime()),
                RequestBody.NONE);
        return switch (answer.status()) {
            case 200, 201 -> offset(answer);
            case 404, 409 -> throw new NotThis("the vault has another one of that name");
            case 400, 413 -> throw new NotThis("the vault does not take it (" + answer.status() + ")");
            default -> throw otherwise(answer);
        };
    }

    /** Where it stands; after a part that came to nothing. */
    long ask(RecordingId recording) throws IOException {
        HttpAnswer answer = send("HEAD", recording, Map.of(), RequestBody.NONE);
        return switch (answer.status()) {
            case 200 -> offset(answer);
            default -> throw otherwise(answer);
        };
    }

    /** Brings the next part; answers the next offset. */
    long bring(RecordingId recording, long offset, RequestBody part) throws IOException {
        HttpAnswer answer = send(
                "PATCH",
                recording,
                Map.of(
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        Long.toString(offset)),
                part);
        return switch (answer.status()) {
            case 204 -> offset(answer);
            case 409 -> ask(recording);
            case 460 -> throw new NotThis("other bytes arrived than were recorded");
            default -> throw otherwise(answer);
        };
    }

    private HttpAnswer send(String method, RecordingId recording, Map<String, String> more, RequestBody body)
            throws IOException {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Authorization", "Vedette " + ticket);
        Limits limits = method.equals("PATCH") ? Limits.BULK : Limits.SHORT;
        return new HttpCall(vault, method, "/recording/" + recording, headers, body, limits).send();
    }

    private static long offset(HttpAnswer answer) throws IOException {
        OptionalLong offset = answer.number("Upload-Offset");
        if (offset.isEmpty()) {
            throw new IOException("an answer without an offset");
        }
        return offset.getAsLong();
    }

    private static IOException otherwise(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 -> new TicketRefused(answer.status());
            case 507 -> new IOException("it has no room");
            default -> new IOException("it answered " + answer.status());
        };
    }
}
