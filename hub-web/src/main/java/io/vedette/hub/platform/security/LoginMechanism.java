package io.vedette.hub.platform.security;

import io.vedette.hub.platform.log.LogContext;
import io.vedette.hub.platform.metrics.MetricsToken;
import io.vedette.hub.platform.metrics.RequestMeter;
import io.vedette.hub.platform.security.IdentityProvider.Refused;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.ProblemPage;
import io.vedette.hub.platform.web.ResponseHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asked by the container before every request: who is this, and may they go on to ask at all. */
@Singleton
public class LoginMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = LoggerFactory.getLogger(LoginMechanism.class);
    private static final String PERSON = "vedette.person";
    private static final String BEARER = "vedette.bearer";
    private static final String ASKER = "vedette.asker";

    private final FrontDoor door;
    private final Login login;
    private final AccessTokens tokens;
    private final TokenDoor personal;
    private final ProblemPage problems;
    private final ResponseHeaders headers;
    private final MetricsToken figures;
    private final RequestMeter meter;

    @Inject
    LoginMechanism(
            FrontDoor door,
            Login login,
            AccessTokens tokens,
            TokenDoor personal,
            ProblemPage problems,
            ResponseHeaders headers,
            MetricsToken figures,
            RequestMeter meter) {
        this.door = door;
        this.login = login;
        this.tokens = tokens;
        this.personal = personal;
        this.problems = problems;
        this.headers = headers;
        this.figures = figures;
        this.meter = meter;
    }

    /** The person of a request that came past the mechanism. */
    public static Optional<Person> person(HttpServletRequest request) {
        return Optional.ofNullable((Person) request.getAttribute(PERSON));
    }

    /** The address that a request came from; empty for one that did not come past the mechanism. */
    public static String asker(HttpServletRequest request) {
        return request.getAttribute(ASKER) instanceof String address ? address : "";
    }

    /**
     * Whether the request brought a token of its own instead of a session. No other site can make a browser send one, so
     * its writes need no further proof.
     */
    public static boolean bearer(HttpServletRequest request) {
        return program(request).isPresent();
    }

    /** Who sent the token that the request brought. */
    static Optional<BearerPerson> program(HttpServletRequest request) {
        return Optional.ofNullable((BearerPerson) request.getAttribute(BEARER));
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        long begun = System.nanoTime();
        LogContext.begin(request, response);
        String asker =
                door.asker(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")).stream());
        request.setAttribute(ASKER, asker);
        LogContext.asker(asker);
        AuthenticationStatus status = decide(request, response, context);
        switch (status) {
            // filters, which count the others, do not see it
            case SEND_FAILURE, SEND_CONTINUE -> {
                meter.answered(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - begun));
                LogContext.end();
            }
            case SUCCESS, NOT_DONE -> LOG.trace("goes on");
        }
        return status;
    }

    private AuthenticationStatus decide(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!door.admits(request)) {
            return refuse(request, response, Problem.MISDIRECTED);
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OpenPaths.open(path)) {
            return context.doNothing();
        }
        if (path.equals(MetricsToken.PATH) && figures.isSet()) {
            return scraper(request, response, context);
        }
        if (OpenPaths.closed(path)) {
            return refuse(request, response, Problem.NOT_FOUND);
        }
        Optional<String> token = OpenPaths.forPrograms(path) ? BearerHeader.token(request) : Optional.empty();
        if (token.isPresent()) {
            return program(request, response, context, token.get());
        }
        Optional<Person> person = login.current(request);
        if (person.isPresent()) {
            request.setAttribute(PERSON, person.get());
            return context.notifyContainerAboutLogin(person.get().subject(), Set.of());
        }
        headers.set(response); // filters come after us
        try {
            if (!OpenPaths.page(request.getMethod(), path)) {
                response.setHeader("WWW-Authenticate", BearerHeader.CHALLENGE);
                boolean form = OpenPaths.form(request.getMethod(), path);
                if (form) {
                    response.addHeader("Set-Cookie", login.forget());
                }
                problems.write(request, response, form ? Problem.NOT_SAVED : Problem.SIGN_IN);
                return AuthenticationStatus.SEND_FAILURE;
            }
            Optional<URI> provider = login.begin(request);
            if (provider.isPresent()) {
                return context.redirect(provider.get().toString());
            }
            problems.write(request, response, Problem.LOGIN_DOWN);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private AuthenticationStatus scraper(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<String> token = BearerHeader.token(request);
        if (token.filter(given -> figures.admits(request, given)).isPresent()) {
            return context.doNothing();
        }
        response.setHeader("WWW-Authenticate", token.isEmpty() ? BearerHeader.CHALLENGE : BearerHeader.BAD_TOKEN);
        return refuse(request, response, Problem.TOKEN_REFUSED);
    }

    private AuthenticationStatus program(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String token)
            throws AuthenticationException {
        try {
            BearerPerson who = TokenDoor.meant(token) ? personal(token) : tokens.check(token);
            request.setAttribute(PERSON, who.person());
            request.setAttribute(BEARER, who);
            return context.notifyContainerAboutLogin(who.person().subject(), Set.of());
        } catch (Refused e) {
            LOG.info("a token was refused: {}", e.getMessage());
            response.setHeader("WWW-Authenticate", BearerHeader.BAD_TOKEN);
            return refuse(request, response, Problem.TOKEN_REFUSED);
        } catch (Unreachable e) {
            LOG.warn("a token cannot be checked: {}", e.getMessage(), e);
            return refuse(request, response, Problem.LOGIN_DOWN);
        }
    }

    private BearerPerson personal(String token) throws Refused, Unreachable {
        return switch (personal.check(token)) {
            case TokenDoor.Answer.Admitted who -> new BearerPerson(who.person(), who.until());
            case TokenDoor.Answer.Refused no -> throw new Refused(no.why());
            case TokenDoor.Answer.Unknown none -> throw new Unreachable();
        };
    }

    private AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws AuthenticationException {
        headers.set(response); // filters come after us
        try {
            problems.write(request, response, problem);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
