package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.recordings.control.KeepThumbnail;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Where agents send the one picture of a recording. */
@Path("/intake/thumbnail/{tenant}/{recording}")
public class ThumbnailIntake {
    private final KeepThumbnail thumbnails;
    private final ByTicket byTicket;

    @Inject
    ThumbnailIntake(KeepThumbnail thumbnails, Tickets tickets) {
        this.thumbnails = thumbnails;
        this.byTicket = new ByTicket(tickets);
    }

    @PUT
    public Response put(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String recording,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body) {
        RecordingId id = RecordingId.of(recording);
        return byTicket.send(authorization, Purpose.THUMBNAIL, tenant, id.value(), agent -> {
                    if (!"image/jpeg".equals(type)) {
                        return ByTicket.plain(415, "unsupported");
                    }
                    return switch (thumbnails.keep(agent, id, read(body))) {
                        case KEPT -> Response.noContent();
                        case UNKNOWN -> ByTicket.plain(404, "not-found");
                        case NO_JPEG -> ByTicket.plain(415, "unsupported");
                        case TOO_LARGE -> ByTicket.plain(413, "too-large");
                        case NO_ROOM -> ByTicket.plain(UploadIntake.NO_ROOM, "no-room");
                    };
                })
                .build();
    }

    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(KeepThumbnail.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the line broke: nobody reads the answer
        }
    }
}
