package io.vedette.hub.platform.metrics;

import io.vedette.hub.platform.log.LogContext;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Measures what gets past the sign-in; what does not is counted there. Declared in web.xml, which puts it before the others. */
public class RequestTimes implements Filter {
    private final RequestMeter meter;

    @Inject
    RequestTimes(RequestMeter meter) {
        this.meter = meter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogContext.begin((HttpServletRequest) request, (HttpServletResponse) response);
        long begun = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = ((HttpServletResponse) response).getStatus();
        } finally {
            LogContext.end();
            meter.answered((HttpServletRequest) request, status, Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
