package io.vedette.hub.reference;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.ProblemPage;
import io.vedette.hub.platform.web.ResponseHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * The description of the interface, as it is written. It stands in front of the server's own answer at this address, which
 * reads the same file but drops {@code security: []} and nulls in examples and adds a key that OpenAPI does not know.
 */
@WebFilter(urlPatterns = "/openapi", asyncSupported = true)
public class ApiDocument extends HttpFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String FILE = "META-INF/openapi.yaml";

    private final transient ProblemPage problems;
    private final transient ResponseHeaders headers;

    @Inject
    ApiDocument(ProblemPage problems, ResponseHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        headers.set(response);
        if (!READS.contains(request.getMethod())) {
            problems.write(request, response, Problem.METHOD);
            return;
        }
        try (InputStream in = ApiDocument.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not in the package");
            }
            response.setContentType("application/yaml;charset=UTF-8");
            in.transferTo(response.getOutputStream());
        }
    }
}
