package io.vedette.hub.operator;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.settings.TenantUse;
import io.vedette.hub.settings.TenantUse.Use;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quotas;
import io.vedette.hub.tenancy.Tenant;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tenants as an operator sees them. To everybody else there is nothing of the kind: not found. */
@Singleton
public class Operators {
    /** Tenants on a page: each is read in a transaction of its own. */
    static final int PAGE = 25;

    private static final String LIST = "tenants";

    private final TenantWork work;
    private final Tenants tenants;
    private final TenantUse use;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    public Operators(TenantWork work, Tenants tenants, TenantUse use, Quotas quotas, Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.use = use;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** A tenant from outside. */
    public record Figures(Tenant tenant, List<Use> uses) {}

    /** Whoever asks, if they are an operator. */
    static Person operator(HttpServletRequest request) {
        Person person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        return operator(person);
    }

    private static Person operator(Person person) {
        if (!person.operator()) {
            throw Refusal.notFound();
        }
        return person;
    }

    /** A page of all tenants, by name. */
    public PageAsk.Slice<Figures> page(Person person, String path, @Nullable String cursor) {
        operator(person);
        PageAsk ask = PageAsk.of(LIST, Integer.toString(PAGE), cursor);
        var slice =
                ask.slice(tenants.page(ask), Tenant::name, tenant -> tenant.id().value(), path, java.util.Map.of());
        return new PageAsk.Slice<>(slice.map(this::figures), slice.next());
    }

    /** The tenant, or the refusal "not found". */
    public Figures one(Person person, String slug) {
        operator(person);
        return figures(tenants.named(slug).orElseThrow(Refusal::notFound));
    }

    private Figures figures(Tenant tenant) {
        return new Figures(tenant, work.as(tenant.id(), () -> use.of(tenant.id())));
    }

    /** Noted in the tenant's own log, with the operator's name. */
    public void set(
            Person person, HttpServletRequest request, String slug, Limit what, OptionalLong allowed, String reason) {
        operator(person);
        set(Visits.doer(person, request), slug, what, allowed, reason);
    }

    private void set(Doer doer, String slug, Limit what, OptionalLong allowed, String reason) {
        TenantId tenant = tenants.named(slug).orElseThrow(Refusal::notFound).id();
        work.run(tenant, () -> {
            work.by(doer);
            quotas.set(tenant, what, allowed, reason, clock.instant());
        });
    }
}
