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
import org.jspecify.annotations.Nullable;

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
                ? page(language, problem, title, detail, id, onward(request, problem, details))
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

    private Rendered page(Locale language, Problem problem, String title, String detail, String id, String onward) {
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
                        "onward",
                        onward,
                        "signIn",
                        problem == Problem.SESSION_ENDED || problem == Problem.NOT_SAVED,
                        "unsaved",
                        problem == Problem.NOT_SAVED),
                language,
                out);
        return new Rendered(
                problem.status(), "text/html;charset=UTF-8", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where the page leads on: at the wrong door every address is refused, the first page's too; whose session ended comes by
     * the sign-in to where they were, or to the form that was sent.
     */
    private String onward(HttpServletRequest request, Problem problem, List<Object> details) {
        return switch (problem) {
            case MISDIRECTED -> publicUrl.resolve("/").toString();
            case SESSION_ENDED -> details.isEmpty() ? "/" : details.getFirst().toString();
            case NOT_SAVED -> sender(request.getHeader("Referer"));
            default -> "/";
        };
    }

    /** The page of ours that sent a form; the first one when it cannot be told, or was another site's. */
    private String sender(@Nullable String referer) {
        String ours = publicUrl.resolve("/").toString();
        return referer != null && referer.startsWith(ours)
                ? "/" + referer.substring(ours.length()).replaceFirst("^/+", "")
                : "/";
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
