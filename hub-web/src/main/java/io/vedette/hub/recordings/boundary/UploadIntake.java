package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.recordings.control.TakeUpload;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.vault.intake.Chunk;
import jakarta.inject.Inject;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where agents send recordings: the core of tus 1.0 (tus.io), without creation, which the control link does. Answers carry a
 * word for whoever reads along; agents go by the status.
 */
@Path("/intake/upload/{tenant}/{upload}")
public class UploadIntake {
    private static final String TUS = "Tus-Resumable";
    private static final String TUS_VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String CONTENT_TYPE = "application/offset+octet-stream";
    /** As the checksum extension of tus has it. */
    private static final int CHECKSUM_MISMATCH = 460;
    /** Insufficient Storage (RFC 4918, section 11.5). */
    static final int NO_ROOM = 507;

    private static final int ROOM_AGAIN_SECONDS = 30;

    private final TakeUpload uploads;
    private final ByTicket byTicket;

    @Inject
    UploadIntake(TakeUpload uploads, Tickets tickets) {
        this.uploads = uploads;
        this.byTicket = new ByTicket(tickets);
    }

    @OPTIONS
    public Response options() {
        return Response.noContent()
                .header(TUS, TUS_VERSION)
                .header("Tus-Version", TUS_VERSION)
                .build();
    }

    @HEAD
    public Response offset(
            @PathParam("tenant") String tenant,
            @PathParam("upload") String upload,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam(TUS) @Nullable String version) {
        UploadId id = UploadId.of(upload);
        return asAgent(tenant, id, authorization, version, agent -> switch (uploads.offset(agent, id)) {
            case Taken.At at -> Response.ok().header(OFFSET, at.offset()).header("Upload-Length", at.bytes());
            case Taken.Growing growing ->
                Response.ok().header(OFFSET, growing.offset()).header("Upload-Defer-Length", 1);
            case Taken other -> answer(other);
        });
    }

    @PATCH
    public Response append(
            @PathParam("tenant") String tenant,
            @PathParam("upload") String upload,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(OFFSET) @Nullable String offset,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable String length,
            InputStream body) {
        UploadId id = UploadId.of(upload);
        return asAgent(tenant, id, authorization, version, agent -> {
            if (!CONTENT_TYPE.equals(type)) {
                return ByTicket.plain(415, "unsupported");
            }
            Optional<Chunk> chunk = chunk(offset, length, body);
            return chunk.isEmpty() ? ByTicket.plain(400, "invalid") : answer(uploads.take(agent, id, chunk.get()));
        });
    }

    private static Optional<Chunk> chunk(@Nullable String offset, @Nullable String length, InputStream body) {
        if (offset == null || !offset.matches("\\d{1,18}") || (length != null && !length.matches("\\d{1,18}"))) {
            return Optional.empty();
        }
        long announced = length == null ? Chunk.UNKNOWN : Long.parseLong(length);
        return Optional.of(new Chunk(Long.parseLong(offset), announced, new RequestBody(body)));
    }

    private Response asAgent(
            String tenant,
            UploadId id,
            @Nullable String authorization,
            @Nullable String version,
            Function<AgentRef, Response.ResponseBuilder> work) {
        if (!TUS_VERSION.equals(version)) {
            return ByTicket.plain(412, "tus-version")
                    .header("Tus-Version", TUS_VERSION)
                    .build();
        }
        return byTicket.send(authorization, Purpose.UPLOAD, tenant, id.value(), work)
                .header(TUS, TUS_VERSION)
                .build();
    }

    static Response.ResponseBuilder answer(Taken taken) {
        return switch (taken) {
            case Taken.At at -> Response.noContent().header(OFFSET, at.offset());
            case Taken.Growing growing -> Response.noContent().header(OFFSET, growing.offset());
            case Taken.WrongOffset wrong -> ByTicket.plain(409, "offset").header(OFFSET, wrong.offset());
            case Taken.Cut cut -> ByTicket.plain(408, "cut").header(OFFSET, cut.offset());
            case Taken.TooLong tooLong -> ByTicket.plain(413, "too-large");
            case Taken.Wrong wrong -> ByTicket.plain(CHECKSUM_MISMATCH, "checksum");
            case Taken.CalledOff off -> ByTicket.plain(410, "gone");
            case Taken.Busy busy -> ByTicket.plain(503, "busy").header("Retry-After", 1);
            case Taken.NoRoom none -> ByTicket.plain(NO_ROOM, "no-room").header("Retry-After", ROOM_AGAIN_SECONDS);
            case Taken.Unknown unknown -> ByTicket.plain(404, "not-found");
            case Taken.NotYours not -> ByTicket.plain(403, "ticket");
        };
    }
}
