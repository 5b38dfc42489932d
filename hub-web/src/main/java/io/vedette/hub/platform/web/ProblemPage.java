package io.vedette.hub.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.log.LogContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says a {@link Problem} in words: a page for people, a problem document (RFC 9457) for programs. */
@Singleton
public class ProblemPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Templates templates;
    private final URI publicUrl;

    @Inject
    ProblemPage(Templates templates, HubSettings settings) {
        this(templates, settings.publicUrl());
    }

    ProblemPage(Templates templates, URI publicUrl) {
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    /** A problem ready to be sent. */
    public record Rendered(int status, String contentType, byte[] body) {}

    public Rendered render(HttpServletRequest request, Problem problem, List<Object> details) {
        Locale language = Languages.of(request);
        String title = Messages.text(language, "problem." + problem.code() + ".title", details);
        String detail = Messages.text(language, "problem." + problem.code() + ".detail", details);
        String id = LogContext.id(request);
        return wantsPage(request)
                ? page(language, problem, title, detail, id)
                : document(problem, title, detail, details, id);
    }

    /** For what answers outside JAX-RS. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Rendered rendered = render(request, problem, List.of());
        response.setStatus(rendered.status());
        response.setContentType(rendered.contentType());
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
        response.getOutputStream().write(rendered.body());
    }

    private Rendered page(Locale language, Problem problem, String title, String detail, String id) {
        var out = new StringWriter();
        templates.write(
                "_layout/problem",
                Map.of(
                        "status",
                        problem.status(),
                        "title",
                        title,
                        "detail",
                        detail,
                        "reference",
                        problem == Problem.FAULT ? id : "",
                        "home",
                        home(problem)),
                language,
                out);
        return new Rendered(
                problem.status(), "text/html;charset=UTF-8", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where the page leads on: at the wrong door every address is refused, the first page's too. */
    private String home(Problem problem) {
        return problem == Problem.MISDIRECTED ? publicUrl.resolve("/").toString() : "/";
    }

    private static Rendered document(Problem problem, String title, String detail, List<Object> details, String id) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("status", problem.status());
        document.put("code", problem.code());
        document.put("title", title);
        document.put("detail", detail);
        document.put("request", id);
        if (problem == Problem.MISSING_RIGHT && !details.isEmpty()) {
            document.put("right", details.getFirst());
        }
        try {
            return new Rendered(problem.status(), "application/problem+json", JSON.writeValueAsBytes(document));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !address(request).startsWith("/api/");
    }

    /** The address that was asked, also when the server has sent the request on to its words for it. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : request.getRequestURI();
    }
}
