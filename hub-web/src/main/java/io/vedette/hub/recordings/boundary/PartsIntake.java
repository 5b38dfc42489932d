package io.vedette.hub.recordings.boundary;

import com.fasterxml.jackson.core.JacksonException;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.upload.PartsAsk;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.recordings.control.TakeParts;
import io.vedette.hub.recordings.control.TakeParts.Offered;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where agents ask by which addresses the parts of a recording go straight to the store, with the ticket of the upload. 409 "by-hub" means: not this way, send
 * it by tus. All else is answered as {@link UploadIntake} does.
 */
@Path("/intake/upload/{tenant}/{upload}/parts")
public class PartsIntake {
    private static final int MOST_BYTES = 4096;

    private final TakeParts parts;
    private final ByTicket byTicket;

    @Inject
    PartsIntake(TakeParts parts, Tickets tickets) {
        this.parts = parts;
        this.byTicket = new ByTicket(tickets);
    }

    /** How far it is, and an address for the part that is to come next. */
    @POST
    public Response ask(
            @PathParam("tenant") String tenant,
            @PathParam("upload") String upload,
            @HeaderParam("Authorization") @Nullable String authorization,
            InputStream body) {
        UploadId id = UploadId.of(upload);
        return byTicket.send(
                        authorization,
                        Purpose.UPLOAD,
                        tenant,
                        id.value(),
                        agent -> read(body)
                                .map(ask -> answer(parts.ask(agent, id, ask)))
                                .orElseGet(() -> ByTicket.plain(400, "invalid")))
                .build();
    }

    /** All of it was sent. */
    @POST
    @Path("/finish")
    public Response finish(
            @PathParam("tenant") String tenant,
            @PathParam("upload") String upload,
            @HeaderParam("Authorization") @Nullable String authorization) {
        UploadId id = UploadId.of(upload);
        return byTicket.send(
                        authorization,
                        Purpose.UPLOAD,
                        tenant,
                        id.value(),
                        agent -> UploadIntake.answer(parts.finish(agent, id)))
                .build();
    }

    /** The store is not reached from where the agent is, or refuses it: says so in plain text. */
    @POST
    @Path("/unreached")
    public Response unreached(
            @PathParam("tenant") String tenant,
            @PathParam("upload") String upload,
            @HeaderParam("Authorization") @Nullable String authorization,
            InputStream body) {
        UploadId id = UploadId.of(upload);
        return byTicket.send(
                        authorization,
                        Purpose.UPLOAD,
                        tenant,
                        id.value(),
                        agent -> parts.unreached(agent, id, new String(bytes(body), StandardCharsets.UTF_8))
                                .map(UploadIntake::answer)
                                .orElseGet(Response::noContent))
                .build();
    }

    private static Response.ResponseBuilder answer(Offered offered) {
        return switch (offered) {
            case Offered.Parts some ->
                Response.ok(LinkCodec.write(some.state()), MediaType.APPLICATION_JSON_TYPE)
                        .header("Cache-Control", "no-store");
            case Offered.ThroughTheHub not -> ByTicket.plain(409, "by-hub");
            case Offered.Otherwise other -> UploadIntake.answer(other.taken());
        };
    }

    private static Optional<PartsAsk> read(InputStream body) {
        try {
            return Optional.ofNullable(LinkCodec.json().readValue(bytes(body), PartsAsk.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the line broke: nobody reads the answer
        }
    }
}
