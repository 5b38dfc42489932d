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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says a {@link Problem} in words: a page for people, a problem document (RFC 9457) for programs. */
@Singleton
public class ProblemPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Templates templates;
    private final ProblemFrame frame;
    private final URI publicUrl;

    @Inject
    ProblemPage(Templates templates, ProblemFrame frame, HubSettings settings) {
        this(templates, frame, settings.publicUrl());
    }

    ProblemPage(Templates templates, ProblemFrame frame, URI publicUrl) {
        this.templates = templates;
        this.frame = frame;
        this.publicUrl = publicUrl;
    }

    /** A problem ready to be sent. */
    public record Rendered(int status, String contentType, byte[] body) {}

    public Rendered render(HttpServletRequest request, Problem problem, List<Object> details) {
        Locale language = Languages.of(request);
        String title = Messages.text(language, "problem." + problem.code() + ".title", details);
        String detail = detail(language, problem, details);
        String id = LogContext.id(request);
        return wantsPage(request)
                ? page(request, language, problem, title, detail, id, onward(request, problem, details))
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

    private static String detail(Locale language, Problem problem, List<Object> details) {
        return switch (details.isEmpty() ? "" : details.getFirst()) {
            case Misread part -> part.words(language);
            case QuotaFull full -> full.words(language);
            default -> Messages.text(language, "problem." + problem.code() + ".detail", details);
        };
    }

    private Rendered page(
            HttpServletRequest request,
            Locale language,
            Problem problem,
            String title,
            String detail,
            String id,
            String onward) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("detail", detail);
        model.put("reference", problem == Problem.FAULT ? id : "");
        model.put("onward", onward);
        boolean ended = problem == Problem.SESSION_ENDED || problem == Problem.NOT_SAVED;
        model.put("signIn", ended);
        model.put("unsaved", problem == Problem.NOT_SAVED);
        // signed in and let in nowhere: without a frame there would be no way to become somebody else
        boolean outside = problem == Problem.SUSPENDED || problem == Problem.NO_SEAT || problem == Problem.NO_TENANT;
        model.put("signOut", outside ? CsrfToken.of(request) : "");
        // where we are at fault, what the frame needs may be what is broken
        Optional<Object> round = problem.status() < Problem.FAULT.status() && problem != Problem.MISDIRECTED && !ended
                ? frame.round(request, address(request))
                : Optional.empty();
        round.ifPresent(one -> model.put("frame", one));
        var out = new StringWriter();
        templates.write(round.isPresent() ? "_layout/problem-inside" : "_layout/problem", model, language, out);
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
        if (!details.isEmpty() && details.getFirst() instanceof QuotaFull full) {
            document.put("quota", full.quota());
            document.put("used", full.used());
            document.put("allowed", full.allowed());
        }
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
