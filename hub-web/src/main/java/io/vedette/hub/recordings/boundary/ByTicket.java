package io.vedette.hub.recordings.boundary;

import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.agents.Tickets.Ticket;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What agents may send: refused without a ticket; with the ticket of something else there is nothing, whether there is or not. */
final class ByTicket {
    private final Tickets tickets;

    ByTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @param work is done as the agent that was given a ticket for just this */
    Response.ResponseBuilder send(
            @Nullable String authorization,
            Purpose purpose,
            String tenant,
            UUID object,
            Function<AgentRef, Response.ResponseBuilder> work) {
        Optional<Ticket> shown = tickets.inHeader(authorization);
        if (shown.isEmpty()) {
            return plain(403, "ticket");
        }
        return shown.filter(ticket -> ticket.opens(purpose, object))
                .map(Ticket::agent)
                .filter(agent -> agent.tenant().toString().equals(tenant))
                .map(work)
                .orElseGet(() -> plain(404, "not-found"));
    }

    /** With a body, so that the server does not put an error page of its own in its place. */
    static Response.ResponseBuilder plain(int status, String word) {
        return Response.status(status).type(MediaType.TEXT_PLAIN_TYPE).entity(word);
    }
}
