package io.vedette.hub.platform.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.ProblemPage;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The figures as text. A servlet and not a resource, because the server puts one of its own below this address, and only a
 * servlet's exact address comes before that.
 */
@WebServlet(urlPatterns = MetricsToken.PATH)
public class MetricsServlet extends HttpServlet {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";

    private final transient PrometheusMeterRegistry meters;
    private final transient ProblemPage problems;

    @Inject
    MetricsServlet(PrometheusMeterRegistry meters, Instance<MeterBinder> features, ProblemPage problems) {
        this.meters = meters;
        this.problems = problems;
        features.forEach(feature -> feature.bindTo(meters));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!MetricsToken.admitted(request)) {
            problems.write(request, response, Problem.NOT_FOUND);
            return;
        }
        String type = type(request.getHeader("Accept"));
        response.setContentType(type);
        meters.scrape(response.getOutputStream(), type);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> doGet(request, response);
            default -> problems.write(request, response, Problem.METHOD);
        }
    }

    private static String type(@org.jspecify.annotations.Nullable String accept) {
        return accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : PLAIN;
    }
}
