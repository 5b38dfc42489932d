package io.vedette.hub.platform.web;

import io.vedette.hub.platform.log.LogContext;
import io.vedette.hub.platform.persistence.DatabaseAway;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the server sends on what it refuses by itself ({@code /WEB-INF/} and the like) and what failed outside our resources,
 * so that nobody sees a page of the server's. Asked directly it is nothing that exists.
 */
@WebServlet(urlPatterns = "/server-refused")
public class ServersRefusal extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(ServersRefusal.class);

    private final transient ProblemPage problems;
    private final transient ResponseHeaders headers;

    @Inject
    ServersRefusal(ProblemPage problems, ResponseHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LogContext.begin(request, response);
        try {
            answer(request, response);
        } finally {
            LogContext.end();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (fault instanceof Throwable thrown) {
            LOG.error("{} {} failed", request.getMethod(), address(request), thrown);
        }
        headers.set(response);
        boolean away = fault instanceof Throwable thrown && DatabaseAway.isCauseOf(thrown);
        problems.write(request, response, away ? Problem.DATABASE_DOWN : problem(request));
    }

    private static Object address(HttpServletRequest request) {
        Object refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return refused == null ? request.getRequestURI() : refused;
    }

    private static Problem problem(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Problem.ofStatus(status)
                : Problem.NOT_FOUND;
    }
}
