package io.vedette.hub.platform.security;

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
import java.util.Optional;
import java.util.Set;

/** Asked by the container before every request: who is this, and may they go on to ask at all. */
@Singleton
public class LoginMechanism implements HttpAuthenticationMechanism {
    private static final String PERSON = "vedette.person";

    private final FrontDoor door;
    private final Login login;
    private final ProblemPage problems;
    private final ResponseHeaders headers;

    @Inject
    LoginMechanism(FrontDoor door, Login login, ProblemPage problems, ResponseHeaders headers) {
        this.door = door;
        this.login = login;
        this.problems = problems;
        this.headers = headers;
    }

    /** The person of a request that came past the mechanism. */
    public static Optional<Person> person(HttpServletRequest request) {
        return Optional.ofNullable((Person) request.getAttribute(PERSON));
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!door.admits(request)) {
            return refuse(request, response, Problem.MISDIRECTED);
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OpenPaths.open(path)) {
            return context.doNothing();
        }
        if (OpenPaths.closed(path)) {
            return refuse(request, response, Problem.NOT_FOUND);
        }
        Optional<Person> person = login.current(request);
        if (person.isPresent()) {
            request.setAttribute(PERSON, person.get());
            return context.notifyContainerAboutLogin(person.get().subject(), Set.of());
        }
        headers.set(response); // filters come after us
        try {
            if (!OpenPaths.page(request.getMethod(), path)) {
                problems.write(request, response, Problem.SIGN_IN);
                return AuthenticationStatus.SEND_FAILURE;
            }
            Optional<URI> provider = login.begin(request);
            if (provider.isPresent()) {
                return context.redirect(provider.get().toString());
            }
            response.setHeader("Retry-After", "10");
            problems.write(request, response, Problem.LOGIN_DOWN);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
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
