package io.vedette.hub.platform.security;

import io.vedette.hub.platform.security.IdentityProvider.Refused;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asked for an answer that lasts longer than a moment, as often as it is asked: nobody any more once the session ended
 * or the token is over. The questions may wait for the identity provider.
 */
@Singleton
public class StandingSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(StandingSignIn.class);

    private final Login login;
    private final AccessTokens tokens;
    private final TokenDoor personal;
    private final Clock clock;

    @Inject
    StandingSignIn(Login login, AccessTokens tokens, TokenDoor personal, Clock clock) {
        this.login = login;
        this.tokens = tokens;
        this.personal = personal;
        this.clock = clock;
    }

    /** Of a request that came past the mechanism. */
    public Supplier<Optional<Person>> of(HttpServletRequest request) {
        return LoginMechanism.program(request).map(this::whileValid).orElseGet(() -> of(request.getSession()));
    }

    public Supplier<Optional<Person>> of(HttpSession session) {
        return () -> login.current(session);
    }

    /**
     * Of a program whose request the mechanism let in, where only its headers are left.
     *
     * @param authorization the values of its {@code Authorization} headers
     * @return empty when they bring no token
     */
    public Optional<Supplier<Optional<Person>>> ofToken(List<String> authorization) {
        return BearerHeader.token(authorization).map(this::token);
    }

    private Supplier<Optional<Person>> token(String token) {
        if (TokenDoor.meant(token)) {
            return personal(personal.check(token));
        }
        try {
            return whileValid(tokens.check(token));
        } catch (Refused | Unreachable e) {
            LOG.info("a token that was good a moment ago is no more: {}", e.getMessage());
            return Optional::empty;
        }
    }

    private Supplier<Optional<Person>> whileValid(BearerPerson who) {
        return who.person().token().isPresent()
                ? () -> current(personal.again(who.person()))
                : () -> who.at(clock.instant());
    }

    /** Keeps nothing of the token itself. */
    private Supplier<Optional<Person>> personal(TokenDoor.Answer first) {
        return first instanceof TokenDoor.Answer.Admitted who
                ? whileValid(new BearerPerson(who.person(), who.until()))
                : Optional::empty;
    }

    /** Refuses with {@link Problem#LOGIN_DOWN} what nobody can answer now. */
    private static Optional<Person> current(TokenDoor.Answer answer) {
        return switch (answer) {
            case TokenDoor.Answer.Admitted who -> Optional.of(who.person());
            case TokenDoor.Answer.Refused no -> Optional.empty();
            case TokenDoor.Answer.Unknown none -> throw new Refusal(Problem.LOGIN_DOWN);
        };
    }
}
