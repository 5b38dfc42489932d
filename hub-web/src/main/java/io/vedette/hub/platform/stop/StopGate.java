package io.vedette.hub.platform.stop;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.ProblemPage;
import io.vedette.hub.platform.web.ResponseHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Counts every request in and out, and sends away who comes while the hub stops. What goes on after its request was handled
 * (events of an upload, sockets) is not waited for: it begins again elsewhere or later by itself.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class StopGate implements Filter {
    private final RunningRequests requests;
    private final SendQueue sending;
    private final ProblemPage problems;
    private final ResponseHeaders headers;

    @Inject
    StopGate(RunningRequests requests, SendQueue sending, ProblemPage problems, ResponseHeaders headers) {
        this.requests = requests;
        this.sending = sending;
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!requests.enter()) {
            turnAway((HttpServletRequest) request, (HttpServletResponse) response);
            return;
        }
        sending.heardAt(request.getLocalPort());
        try {
            chain.doFilter(request, response);
        } finally {
            requests.leave();
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.set(response);
        response.setHeader("Connection", "close");
        problems.write(request, response, Problem.STOPPING);
    }
}
