package io.vedette.hub.integrations;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Brokers and webhooks of owners: named, changed, told again, forgotten. Within a tenant's work. */
@Singleton
public class Integrations {
    private static final int MOST = 20;

    private final TenantWork work;
    private final TenantSeals seals;
    private final Clock clock;

    @Inject
    public Integrations(TenantWork work, TenantSeals seals, Clock clock) {
        this.work = work;
        this.seals = seals;
        this.clock = clock;
    }

    public List<Integration> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select i from Integration i where i.tenant = :tenant order by i.name, i.id", Integration.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<Integration> find(TenantId tenant, IntegrationId id) {
        return all(tenant).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The integration, or the refusal "not found". */
    public Integration get(TenantId tenant, IntegrationId id) {
        return find(tenant, id).orElseThrow(Refusal::notFound);
    }

    /** With its secrets opened. Throws {@code SealBroken} when the hub has another key now. */
    Target target(Integration integration) {
        return TargetFields.of(
                integration.kind(),
                seals.open(integration.tenant(), integration.settings(), Integration.purpose(integration.id())));
    }

    /** Its settings without the secret ones; none of them when they do not open. */
    Map<String, String> shown(Integration integration) {
        try {
            Map<String, String> fields = new TreeMap<>(TargetFields.write(target(integration)));
            fields.keySet().removeAll(TargetFields.SECRETS);
            return fields;
        } catch (SealBroken e) {
            return Map.of();
        }
    }

    /** Is told what is stored from now on; what was stored before only when somebody asks for it. */
    public Integration add(Viewer viewer, IntegrationId id, Name name, Target target) {
        viewer.must(Permission.OWN);
        if (all(viewer.tenant()).size() >= MOST) {
            throw new Refusal(Problem.CONFLICT);
        }
        free(viewer, name, Optional.empty());
        var integration = new Integration(id, name, target, sealed(viewer, id, target), clock.instant());
        work.entities(viewer.tenant()).persist(integration);
        work.entities(viewer.tenant()).flush(); // its lanes lean on it
        sequences(viewer.tenant())
                .forEach(one -> work.entities(viewer.tenant()).persist(new Lane(id, one.camera(), one.last() + 1)));
        work.note(deed(DeedKind.INTEGRATION_ADDED, integration));
        return integration;
    }

    /** Tried again at once. A change of the kind is {@link Problem#CONFLICT}. */
    public Integration change(Viewer viewer, IntegrationId id, Name name, Target target) {
        viewer.must(Permission.OWN);
        Integration integration = get(viewer.tenant(), id);
        if (integration.kind() != target.kind()) {
            throw new Refusal(Problem.CONFLICT);
        }
        free(viewer, name, Optional.of(id));
        integration.becomes(name, target, sealed(viewer, id, target), clock.instant());
        work.note(deed(DeedKind.INTEGRATION_CHANGED, integration));
        return integration;
    }

    /** While it is off its place is kept: what is stored meanwhile is told when it is on again. */
    public void enable(Viewer viewer, IntegrationId id, boolean on) {
        viewer.must(Permission.OWN);
        Integration integration = get(viewer.tenant(), id);
        if (integration.enabled() != on) {
            integration.enabled(on);
            work.note(deed(DeedKind.INTEGRATION_CHANGED, integration).with("after", on ? "on" : "off"));
        }
    }

    public void remove(Viewer viewer, IntegrationId id) {
        viewer.must(Permission.OWN);
        Integration integration = get(viewer.tenant(), id);
        work.entities(viewer.tenant()).remove(integration);
        work.note(deed(DeedKind.INTEGRATION_REMOVED, integration));
    }

    /** Everything that is kept of this instant and later is told again, to this one alone. Never sets a place forward. */
    public void replay(Viewer viewer, IntegrationId id, Instant from) {
        viewer.must(Permission.OWN);
        Integration integration = get(viewer.tenant(), id);
        work.entities(viewer.tenant())
                .createQuery(
                        "select e.camera, min(e.sequence) from OutboxEvent e where e.tenant = :tenant and e.madeAt >= :from"
                                + " group by e.camera",
                        Object[].class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("from", from)
                .getResultStream()
                .forEach(row -> lane(viewer.tenant(), id, new CameraId((UUID) row[0]))
                        .ifPresent(lane -> lane.again((long) row[1])));
        work.note(deed(DeedKind.INTEGRATION_REPLAYED, integration).with("from", from));
    }

    Optional<Lane> lane(TenantId tenant, IntegrationId id, CameraId camera) {
        return Optional.ofNullable(work.entities(tenant).find(Lane.class, new Lane.Key(id.value(), camera.value())));
    }

    List<CameraSequence> sequences(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select s from CameraSequence s where s.tenant = :tenant", CameraSequence.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Events that it was not told yet. */
    public long lag(TenantId tenant, IntegrationId id) {
        return work.entities(tenant)
                .createQuery(
                        "select coalesce(sum(s.last - coalesce(l.next, 1) + 1), 0) from CameraSequence s left join Lane l"
                                + " on l.tenant = s.tenant and l.camera = s.camera and l.integration = :id"
                                + " where s.tenant = :tenant",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getSingleResult();
    }

    public List<DeadLetter> dead(TenantId tenant, IntegrationId id) {
        return work.entities(tenant)
                .createQuery(
                        "select d from DeadLetter d where d.tenant = :tenant and d.integration = :id order by d.diedAt desc",
                        DeadLetter.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setMaxResults(200)
                .getResultList();
    }

    private byte[] sealed(Viewer viewer, IntegrationId id, Target target) {
        return seals.seal(viewer.tenant(), TargetFields.text(target), Integration.purpose(id));
    }

    private static Deed deed(DeedKind kind, Integration integration) {
        return Deed.of(kind, "integration", integration.id(), integration.name())
                .with("kind", integration.kind());
    }

    private void free(Viewer viewer, Name name, Optional<IntegrationId> itself) {
        if (taken(viewer.tenant(), name, itself)) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    /** Whether another one has this name. */
    boolean taken(TenantId tenant, Name name, Optional<IntegrationId> itself) {
        return all(tenant).stream()
                .anyMatch(one -> one.name().equals(name.value())
                        && itself.filter(one.id()::equals).isEmpty());
    }
}
