package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.security.TokenDoor;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Tenant;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * From a request to a viewer at work: the tenant in the address must be one the person belongs to, else there is no such
 * address. Everything inside runs in that tenant's one transaction.
 */
@Singleton
public class Visits {
    private final TenantWork work;
    private final Members members;
    private final Tenants tenants;
    private final Arrivals arrivals;
    private final Seats seats;
    private final Support support;
    private final TokenDoor tokens;

    @Inject
    public Visits(
            TenantWork work,
            Members members,
            Tenants tenants,
            Arrivals arrivals,
            Seats seats,
            Support support,
            TokenDoor tokens) {
        this.support = support;
        this.seats = seats;
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.work = work;
        this.members = members;
        this.tenants = tenants;
    }

    public <T> T as(HttpServletRequest request, String slug, Function<Visit, T> visit) {
        Person person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        // these change nothing (RFC 9110, section 9.2.1), least of all who sees what
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        return as(person, slug, doer(person, request), reads ? one -> work.reading(() -> visit.apply(one)) : visit);
    }

    /** Who the request's work is done by. */
    public static Doer doer(Person person, HttpServletRequest request) {
        return new Doer(
                person.kind(LoginMechanism.bearer(request)),
                person.subject(),
                person.actsAs(),
                LoginMechanism.asker(request));
    }

    public <T> T as(Person person, String slug, Function<Visit, T> visit) {
        return as(person, slug, new Doer(Doer.Kind.PERSON, person.subject(), person.actsAs(), ""), visit);
    }

    public <T> T as(Person person, String slug, Doer doer, Function<Visit, T> visit) {
        Optional<Membership> belongs = person.membership(slug);
        if (belongs.isEmpty()) {
            return asSupport(person, slug, doer, visit);
        }
        Membership membership = belongs.get();
        return work.as(membership.tenant(), () -> {
            work.by(doer);
            person.token().ifPresent(token -> {
                if (!tokens.stands(membership.tenant(), token.id())) {
                    throw new Refusal(Problem.TOKEN_REFUSED); // since it was checked: what is open with it ends, too
                }
            });
            arrivals.look(membership.tenant(), person);
            members.keptOut(membership.tenant(), new Subject(person.subject())).ifPresent(why -> {
                throw why.forGood() ? Refusal.notFound() : new Refusal(Problem.SUSPENDED);
            });
            Map<String, String> names = names(membership, person);
            if (!names.containsKey(slug)) {
                throw Refusal.notFound();
            }
            Viewer viewer = members.viewer(membership.tenant(), new Subject(person.subject()));
            seats.arrive(viewer);
            if (viewer.role().permissions().isEmpty() && viewer.role().hours().isPresent()) {
                throw new Refusal(Problem.OUTSIDE_HOURS);
            }
            Viewer acting = person.token().map(viewer::within).orElse(viewer);
            return visit.apply(new Visit(acting, person, slug, names, support.open(membership.tenant())));
        });
    }

    /** An operator, for as long as an owner lets them; to anybody else there is no such tenant. */
    private <T> T asSupport(Person person, String slug, Doer doer, Function<Visit, T> visit) {
        Tenant tenant = Optional.of(person)
                .filter(Person::operator)
                .flatMap(operator -> tenants.named(slug))
                .orElseThrow(Refusal::notFound);
        return work.as(tenant.id(), () -> {
            work.by(doer);
            Viewer viewer =
                    support.visitor(tenant.id(), new Subject(person.subject())).orElseThrow(Refusal::notFound);
            return visit.apply(new Visit(viewer, person, slug, Map.of(slug, tenant.name()), support.open(tenant.id())));
        });
    }

    /** When a visit is over at the latest, though nobody changes anything. */
    public static Instant end(Visit visit) {
        return visit.asSupport() ? visit.support().map(SupportAccess::until).orElse(Instant.MIN) : Instant.MAX;
    }

    /** Those of a person's organisations that let them in. */
    public List<Membership> open(Person person) {
        return person.memberships().stream()
                .filter(one -> why(one, person).isEmpty())
                .toList();
    }

    /** Where a person begins: what lets them in, or else what says why it does not. */
    public Optional<Membership> first(Person person) {
        return open(person).stream()
                .findFirst()
                .or(() -> person.memberships().stream()
                        .filter(one ->
                                why(one, person).filter(KeptOut.Why::forGood).isEmpty())
                        .findFirst());
    }

    private Optional<KeptOut.Why> why(Membership one, Person person) {
        return work.as(one.tenant(), () -> members.keptOut(one.tenant(), new Subject(person.subject())));
    }

    private Map<String, String> names(Membership here, Person person) {
        Map<TenantId, String> known = new HashMap<>();
        tenants.among(
                        here.tenant(),
                        person.memberships().stream().map(Membership::tenant).toList())
                .forEach(tenant -> known.put(tenant.id(), tenant.name()));
        Map<String, String> names = new LinkedHashMap<>();
        for (Membership one : person.memberships()) {
            Optional.ofNullable(known.get(one.tenant())).ifPresent(name -> names.put(one.slug(), name));
        }
        return names;
    }
}
