package io.vedette.hub.platform.web;

import io.vedette.hub.platform.security.LoginMechanism;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a write that a foreign site had the browser send. Whatever rides on the session's cookie and changes something
 * must bring the session's token; requests without a person (agents, the provider) and those with an access token ride on
 * no cookie and bring other proofs.
 */
@Provider
public class CsrfFilter implements ContainerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MOST_FORM_BYTES = 64 * 1024;

    @Context
    @SuppressWarnings("NullAway.Init") // JAX-RS hands the request's proxy in by field only
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (READS.contains(context.getMethod())
                || request.getUserPrincipal() == null
                || LoginMechanism.bearer(request)) {
            return;
        }
        String given = context.getHeaderString(CsrfToken.HEADER);
        if (given == null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType())) {
            given = field(context);
        }
        if (!CsrfToken.right(request, given)) {
            throw new Refusal(Problem.FORGED);
        }
    }

    /** Reads the form and puts it back for the resource. */
    private static @Nullable String field(ContainerRequestContext context) throws IOException {
        byte[] form = context.getEntityStream().readNBytes(MOST_FORM_BYTES + 1);
        if (form.length > MOST_FORM_BYTES) {
            throw new Refusal(Problem.TOO_LARGE);
        }
        context.setEntityStream(new ByteArrayInputStream(form));
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
                .filter(pair -> pair.startsWith(CsrfToken.FIELD + "="))
                .map(pair -> URLDecoder.decode(pair.substring(CsrfToken.FIELD.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }
}
