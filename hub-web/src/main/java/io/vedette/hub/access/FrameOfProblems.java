package io.vedette.hub.access;

import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.ProblemFrame;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frame of the tenant in the address, or of the person's first one where the address names none of theirs: which one it
 * named is not told. A problem's words come in any case, so whatever keeps the frame from coming is only noted.
 */
@Singleton
public class FrameOfProblems implements ProblemFrame {
    private static final Logger LOG = LoggerFactory.getLogger(FrameOfProblems.class);

    private final Provider<Visits> visits;

    /** @param visits only when needed: problems are told before there is a database, too */
    @Inject
    public FrameOfProblems(Provider<Visits> visits) {
        this.visits = visits;
    }

    @Override
    public Optional<Object> round(HttpServletRequest request, String address) {
        return LoginMechanism.person(request).flatMap(person -> round(request, person, address));
    }

    private Optional<Object> round(HttpServletRequest request, Person person, String address) {
        String[] parts = address.split("/");
        return Optional.of(parts)
                .filter(some -> some.length > 2 && some[1].equals("t"))
                .flatMap(some -> person.membership(some[2]))
                .or(() -> person.memberships().stream().findFirst())
                .map(Membership::slug)
                .flatMap(slug -> frame(request, slug));
    }

    private Optional<Object> frame(HttpServletRequest request, String slug) {
        try {
            return Optional.of(visits.get().as(request, slug, visit -> Frame.of(request, visit, "")));
        } catch (RuntimeException e) {
            LOG.info("a problem is told without the frame: {}", e.toString());
            return Optional.empty();
        }
    }
}
