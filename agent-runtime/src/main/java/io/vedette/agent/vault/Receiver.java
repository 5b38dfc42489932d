package io.vedette.agent.vault;

import io.vedette.agent.spool.BroughtRecording;
import io.vedette.agent.spool.Incoming;
import io.vedette.agent.spool.Incoming.Outcome;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.agent.wire.listen.Desk;
import io.vedette.agent.wire.listen.Request;
import io.vedette.agent.wire.listen.Response;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.VaultTicket;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agents say to the vault of their site: {@code POST /recording/<id>} announces, {@code PATCH} brings the next part (tus
 * 1.0, core), {@code HEAD} asks how it stands. A ticket opens the recordings of its camera, and all others are not there.
 */
public final class Receiver implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    /** Of one part. */
    public static final long MOST_PART = 4 << 20;

    private static final Pattern PATH = Pattern.compile("/recording/([0-9a-f-]{36})");
    private static final int LATER_SECONDS = 60;

    private final Tickets tickets;
    private final Incoming incoming;

    public Receiver(Tickets tickets, Incoming incoming) {
        this.tickets = tickets;
        this.incoming = incoming;
    }

    @Override
    public Response answer(Request request) throws IOException {
        return switch (tickets.admit(request.header("authorization"))) {
            case Tickets.Admission.Stranger stranger -> Response.of(401, "This vault takes recordings with a ticket.");
            case Tickets.Admission.Over over -> Response.of(403, "This ticket is over; the hub gives a new one.");
            case Tickets.Admission.Admitted admitted -> admitted(request, admitted.ticket());
        };
    }

    private Response admitted(Request request, VaultTicket ticket) throws IOException {
        Optional<RecordingId> id = recording(request.path());
        if (id.isEmpty()) {
            return notHere();
        }
        try {
            return switch (request.method()) {
                case "HEAD" -> stands(incoming.standing(ticket.camera(), id.get()));
                case "POST" -> announced(request, ticket, id.get());
                case "PATCH" -> brought(request, ticket, id.get());
                default -> Response.of(405, "HEAD, POST and PATCH are known here.");
            };
        } catch (SpoolFault e) {
            LOG.error("the vault's own disk refuses", e);
            return Response.of(503, "The vault's disk refuses.").with("Retry-After", LATER_SECONDS);
        }
    }

    private static Optional<RecordingId> recording(String path) {
        Matcher matcher = PATH.matcher(path);
        try {
            return matcher.matches() ? Optional.of(RecordingId.of(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Response announced(Request request, VaultTicket ticket, RecordingId id) throws IOException {
        if (request.length() > 0) {
            return Response.of(400, "An announcement has no body.");
        }
        Optional<BroughtRecording> label = label(request, ticket.camera(), id);
        if (label.isEmpty()) {
            return Response.of(
                    400,
                    "Upload-Length, Vedette-Sha256, Vedette-Started, Vedette-Duration and Vedette-Mime describe it.");
        }
        Outcome outcome = incoming.begin(label.get());
        return outcome instanceof Outcome.At at && at.offset() == 0
                ? at(201, at.offset(), at.length())
                : stands(outcome);
    }

    private static Optional<BroughtRecording> label(Request request, CameraId camera, RecordingId id) {
        OptionalLong bytes = request.number("upload-length");
        OptionalLong duration = request.number("vedette-duration");
        if (bytes.isEmpty() || duration.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BroughtRecording(
                    id,
                    camera,
                    Instant.parse(request.header("vedette-started").orElse("")),
                    duration.getAsLong(),
                    bytes.getAsLong(),
                    request.header("vedette-sha256").orElse(""),
                    request.header("vedette-mime").orElse("")));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Response brought(Request request, VaultTicket ticket, RecordingId id) throws IOException {
        OptionalLong offset = request.number("upload-offset");
        if (!request.header("content-type").equals(Optional.of("application/offset+octet-stream"))) {
            return Response.of(415, "A part is application/offset+octet-stream.");
        }
        if (offset.isEmpty()) {
            return Response.of(400, "Upload-Offset says where a part begins.");
        }
        if (request.length() > MOST_PART) {
            return Response.of(413, "A part has 4 MiB at most.");
        }
        Outcome outcome = incoming.append(ticket.camera(), id, offset.getAsLong(), request.length(), request.body());
        return switch (outcome) {
            case Outcome.At at -> at(204, at.offset(), at.length());
            case Outcome.Kept kept -> {
                LOG.info("recording {} of camera {} is kept, {} bytes", id, ticket.camera(), kept.length());
                yield at(204, kept.length(), kept.length());
            }
            default -> stands(outcome);
        };
    }

    private static Response stands(Outcome outcome) {
        return switch (outcome) {
            case Outcome.At at -> at(200, at.offset(), at.length());
            case Outcome.Kept kept -> at(200, kept.length(), kept.length());
            case Outcome.Unknown unknown -> notHere();
            case Outcome.Other other -> Response.of(409, "It is here with another content.");
            case Outcome.OtherOffset other ->
                Response.of(409, "It does not go on there.").with("Upload-Offset", other.offset());
            case Outcome.TooLarge tooLarge ->
                Response.of(413, "That is more than was announced, or than is kept here.");
            case Outcome.WrongHash wrong -> Response.of(460, "It is not what was announced; bring it anew.");
            case Outcome.NoRoom none ->
                Response.of(507, "There is no room for it.").with("Retry-After", LATER_SECONDS);
            case Outcome.Busy busy ->
                Response.of(423, "Another request works on it.").with("Retry-After", 1);
        };
    }

    private static Response at(int status, long offset, long length) {
        return Response.of(status, "").with("Upload-Offset", offset).with("Upload-Length", length);
    }

    private static Response notHere() {
        return Response.of(404, "That is not here.");
    }
}
