package io.vedette.hub.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import io.vedette.hub.platform.persistence.AlreadyThere;
import io.vedette.hub.platform.persistence.DatabaseAway;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes an answer. A fault of ours is logged whole and told without detail. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemPage problems;

    @Context
    private HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init") // JAX-RS hands the request's proxy in by field only
    ProblemMapper(ProblemPage problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = problem(thrown, READS.contains(request.getMethod()));
        List<Object> details = thrown instanceof Refusal refusal ? refusal.details() : List.of();
        if (thrown instanceof Refusal refusal && problem == Problem.NOT_FOUND) {
            // the one answer that hides its reason: whoever runs the hub finds it here
            LOG.info("{} {}: not found, says {}", request.getMethod(), request.getRequestURI(), refusal.by());
        }
        if (problem == Problem.FAULT) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        }
        if (problem == Problem.CONFLICT && !(thrown instanceof Refusal)) {
            // two at once, most often; the trace is for the times when it is ours
            LOG.info("{} {} met somebody who wrote the same", request.getMethod(), request.getRequestURI(), thrown);
        }
        if (thrown instanceof IllegalArgumentException) {
            // most often the client's; the trace is for the times when it is ours
            LOG.info("{} {} was refused as invalid", request.getMethod(), request.getRequestURI(), thrown);
        }
        if (problem == Problem.DATABASE_DOWN) {
            LOG.warn(
                    "{} {}: the database does not answer: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    thrown.toString());
        }
        ProblemPage.Rendered rendered = problems.render(request, problem, details);
        Response.ResponseBuilder response = Response.status(rendered.status())
                .header("Content-Type", rendered.contentType())
                .header("Cache-Control", "no-store")
                .entity(rendered.body());
        problem.retryAfterSeconds().ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.build();
    }

    private static Problem problem(Throwable thrown, boolean reading) {
        return switch (thrown) {
            case Refusal refusal -> refusal.problem();
            case OptimisticLockException changed -> Problem.CHANGED;
            // JSON, but not of the shape that is wanted here
            case DatabindException misshapen -> Problem.UNUSABLE;
            case JsonProcessingException unreadable -> Problem.INVALID;
            case IllegalArgumentException unusable -> reading ? Problem.INVALID : Problem.UNUSABLE;
            case WebApplicationException web ->
                Problem.ofStatus(web.getResponse().getStatus());
            default -> ofTheDatabase(thrown);
        };
    }

    private static Problem ofTheDatabase(Throwable thrown) {
        if (DatabaseAway.isCauseOf(thrown)) {
            return Problem.DATABASE_DOWN;
        }
        return AlreadyThere.isCauseOf(thrown) ? Problem.CONFLICT : Problem.FAULT;
    }
}
