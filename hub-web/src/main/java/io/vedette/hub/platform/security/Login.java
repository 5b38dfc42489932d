package io.vedette.hub.platform.security;

import io.vedette.hub.platform.security.IdentityProvider.Refused;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins, finishes, keeps fresh and ends a sign-in; the session is the only place where it is kept. */
@Singleton
public class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final String SIGNED_IN = "vedette.signedIn";
    private static final String ATTEMPTS = "vedette.attempts";
    /** Tabs that may be on their way to the provider at once; the oldest gives way. */
    private static final int MOST_ATTEMPTS = 8;
    /** Whoever never signs in leaves a session behind with each request: it must not stay for long. */
    private static final int STRANGERS_SESSION_SECONDS = 15 * 60;

    private static final int SESSION_SECONDS = 12 * 60 * 60;
    /** How long a dead provider is not asked again, so that not every request waits for its time limit. */
    private static final Duration OUTAGE_MEMORY = Duration.ofSeconds(10);
    /** How long a session may outlive its tokens while the provider is away. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final IdentityProvider provider;
    private final LiveSessions sessions;
    private final Clock clock;
    private final SessionSeal seal;
    private final SignInCount count;
    private final SecureRandom random = new SecureRandom();
    private volatile Instant providerDownUntil = Instant.EPOCH;

    @Inject
    Login(IdentityProvider provider, LiveSessions sessions, SessionSeal seal, Clock clock, SignInCount count) {
        this.provider = provider;
        this.sessions = sessions;
        this.clock = clock;
        this.seal = seal;
        this.count = count;
    }

    /** The address to send a browser to; empty while the provider cannot be reached. */
    Optional<URI> begin(HttpServletRequest request) {
        String query = request.getQueryString();
        // one leading slash: "//elsewhere" would be another host's address
        String returnTo = request.getRequestURI().replaceFirst("^/+", "/") + (query == null ? "" : "?" + query);
        boolean again = seal.brought(request.getCookies());
        var attempt = new LoginAttempt(token(), token(), token() + token(), returnTo, again);
        try {
            URI address = provider.authorize(attempt);
            HttpSession session = request.getSession();
            if (session.isNew()) {
                session.setMaxInactiveInterval(STRANGERS_SESSION_SECONDS);
            }
            synchronized (this) {
                Deque<LoginAttempt> attempts = attempts(session);
                attempts.addLast(attempt);
                while (attempts.size() > MOST_ATTEMPTS) {
                    attempts.removeFirst();
                }
                session.setAttribute(ATTEMPTS, attempts);
            }
            return Optional.of(address);
        } catch (Unreachable e) {
            LOG.warn("nobody can sign in: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** How a return from the provider's login page ended. */
    public sealed interface Return {
        /**
         * Signed in; go to this path of ours.
         *
         * @param seal for the browser, to be brought with each request of the session: see {@link SessionSeal}
         */
        record Welcome(String path, String seal) implements Return {}

        /** Not of this browser, too old, or refused by the person or the provider. */
        record NotFinished() implements Return {}

        record ProviderDown() implements Return {}

        /** Was signed in, is no more, and is not at the provider either. */
        record SessionEnded(String path) implements Return {}
    }

    /** The value of a {@code Set-Cookie} header: the next who comes is a stranger and goes straight to the login page. */
    public String forget() {
        return seal.forgotten();
    }

    public Return finish(HttpServletRequest request, @Nullable String state, @Nullable String code) {
        Return end = ended(request, state, code);
        count.ended(end);
        return end;
    }

    private Return ended(HttpServletRequest request, @Nullable String state, @Nullable String code) {
        Optional<LoginAttempt> attempt = take(request.getSession(false), state);
        if (attempt.isEmpty() || code == null || code.isBlank()) {
            return attempt.filter(LoginAttempt::again)
                    .<Return>map(ended -> new Return.SessionEnded(ended.returnTo()))
                    .orElseGet(Return.NotFinished::new);
        }
        try {
            SignedIn who = provider.exchange(attempt.get(), code);
            request.changeSessionId(); // an id from before the login must not live on after it
            HttpSession session = request.getSession();
            session.removeAttribute(ATTEMPTS);
            session.setMaxInactiveInterval(SESSION_SECONDS);
            keep(session, who);
            return new Return.Welcome(attempt.get().returnTo(), seal.put(session, token()));
        } catch (Unreachable e) {
            LOG.warn("a sign-in could not be finished: {}", e.getMessage(), e);
            return new Return.ProviderDown();
        } catch (Refused e) {
            LOG.info("a sign-in was refused: {}", e.getMessage());
            return new Return.NotFinished();
        }
    }

    /** Who the session belongs to, with tokens renewed when they are due. Empty when nobody, or no longer anybody. */
    Optional<Person> current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || !seal.unbroken(request, session) ? Optional.empty() : current(session);
    }

    /** As the mechanism does for each request; for sockets, which live longer than one and were let in by theirs. */
    public Optional<Person> current(HttpSession session) {
        try {
            synchronized (session) {
                if (!(session.getAttribute(SIGNED_IN) instanceof SignedIn who)) {
                    return Optional.empty();
                }
                return clock.instant().isBefore(who.freshUntil())
                        ? Optional.of(who.person())
                        : renewed(session, who).map(SignedIn::person);
            }
        } catch (IllegalStateException e) {
            return Optional.empty(); // invalidated meanwhile
        }
    }

    private Optional<SignedIn> renewed(HttpSession session, SignedIn old) {
        Instant now = clock.instant();
        boolean withinGrace = now.isBefore(old.freshUntil().plus(GRACE));
        if (now.isBefore(providerDownUntil)) {
            return withinGrace ? Optional.of(old) : Optional.empty();
        }
        try {
            SignedIn fresh = provider.refresh(old);
            keep(session, fresh);
            return Optional.of(fresh);
        } catch (Refused e) {
            LOG.info("a session ended: {}", e.getMessage());
            sessions.forget(old.sid(), session);
            session.invalidate();
            return Optional.empty();
        } catch (Unreachable e) {
            providerDownUntil = now.plus(OUTAGE_MEMORY);
            LOG.warn("tokens could not be renewed: {}", e.getMessage());
            return withinGrace ? Optional.of(old) : Optional.empty();
        }
    }

    private void keep(HttpSession session, SignedIn who) {
        session.setAttribute(SIGNED_IN, who);
        sessions.note(who.sid(), session);
    }

    /** Ends the session here; the address where the browser ends it at the provider, too. */
    public Optional<URI> end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SIGNED_IN) instanceof SignedIn who)) {
            return Optional.empty();
        }
        sessions.forget(who.sid(), session);
        session.invalidate();
        try {
            return Optional.of(provider.logout(who));
        } catch (Unreachable e) {
            LOG.warn("signed out here only: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The provider says a session of its own is over; false when it did not say so in a way to believe. */
    public boolean endedAtProvider(String logoutToken) {
        try {
            int ended = sessions.end(provider.endedSession(logoutToken));
            LOG.info("the identity provider ended {} session(s)", ended);
            return true;
        } catch (Unreachable | Refused e) {
            LOG.warn("a logout from outside was not believed: {}", e.getMessage());
            return false;
        }
    }

    private synchronized Optional<LoginAttempt> take(@Nullable HttpSession session, @Nullable String state) {
        if (session == null || state == null) {
            return Optional.empty();
        }
        Deque<LoginAttempt> attempts = attempts(session);
        Optional<LoginAttempt> match =
                attempts.stream().filter(one -> one.state().equals(state)).findFirst();
        match.ifPresent(attempts::remove);
        session.setAttribute(ATTEMPTS, attempts);
        return match;
    }

    private static Deque<LoginAttempt> attempts(HttpSession session) {
        var copy = new ArrayDeque<LoginAttempt>();
        if (session.getAttribute(ATTEMPTS) instanceof ArrayDeque<?> kept) {
            kept.forEach(one -> copy.add((LoginAttempt) one));
        }
        return copy;
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
