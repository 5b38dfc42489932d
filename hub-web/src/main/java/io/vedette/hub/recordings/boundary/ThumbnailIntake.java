package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.recordings.control.KeepThumbnail;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where agents send the one picture of a recording. */
@Path("/intake/thumbnail/{tenant}/{recording}")
public class ThumbnailIntake {
    private final KeepThumbnail thumbnails;
    private final Tickets tickets;

    @Inject
    ThumbnailIntake(KeepThumbnail thumbnails, Tickets tickets) {
        this.thumbnails = thumbnails;
        this.tickets = tickets;
    }

    @PUT
    public Response put(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String recording,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body)
            throws IOException {
        RecordingId id = RecordingId.of(recording);
        Optional<AgentRef> agent = tickets.checkHeader(authorization, Purpose.THUMBNAIL, id.value())
                .filter(one -> one.tenant().toString().equals(tenant));
        if (agent.isEmpty()) {
            return plain(403, "ticket");
        }
        if (!"image/jpeg".equals(type)) {
            return plain(415, "unsupported");
        }
        byte[] picture = body.readNBytes(KeepThumbnail.MOST_BYTES + 1);
        return switch (thumbnails.keep(agent.get(), id, picture)) {
            case KEPT -> Response.noContent().build();
            case UNKNOWN -> plain(404, "not-found");
            case NO_JPEG -> plain(415, "unsupported");
            case TOO_LARGE -> plain(413, "too-large");
            case NO_ROOM -> plain(UploadIntake.NO_ROOM, "no-room");
        };
    }

    private static Response plain(int status, String word) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(word)
                .build();
    }
}
