package io.vedette.hub.fleet;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Semaphore;

/** Hands out the agent to whoever stands at a camera, signed in or not: it holds no secret. */
@Path("/get")
public class AgentDownload {
    /** Each holds one of the server's threads for as long as its reader likes, and anybody may come. */
    private static final int MOST_AT_ONCE = 24;

    private static final Semaphore PLACES = new Semaphore(MOST_AT_ONCE);

    private final AgentFile file;

    @Inject
    AgentDownload(AgentFile file) {
        this.file = file;
    }

    @GET
    @Path("/vedette-agent.jar")
    @Produces("application/java-archive")
    public Response jar(@Context Request request) throws IOException {
        var known = known();
        var tag = new EntityTag(known.sha256().substring(0, 24));
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        if (PLACES.availablePermits() == 0) {
            throw new Refusal(Problem.TOO_MANY);
        }
        StreamingOutput body = this::send;
        return Response.ok(body)
                .tag(tag)
                .header("Content-Length", known.bytes())
                .header("Content-Disposition", "attachment; filename=\"vedette-agent.jar\"")
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    private void send(OutputStream out) throws IOException {
        if (!PLACES.tryAcquire()) {
            throw new IOException("too many downloads of the agent at once"); // came between question and answer
        }
        try {
            Files.copy(file.path(), out);
        } finally {
            PLACES.release();
        }
    }

    /** In the form that {@code sha256sum -c} reads. */
    @GET
    @Path("/vedette-agent.jar.sha256")
    @Produces(MediaType.TEXT_PLAIN)
    public Response checksum() throws IOException {
        return Response.ok(known().sha256() + "  vedette-agent.jar\n")
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    private AgentFile.Known known() throws IOException {
        try {
            return file.known();
        } catch (NoSuchFileException e) {
            throw Refusal.notFound();
        }
    }
}
