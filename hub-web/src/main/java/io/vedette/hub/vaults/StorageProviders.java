package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The places that owners bring: brought, changed, made the main one, taken away. Within a tenant's work. */
@Singleton
public class StorageProviders {
    private static final int MOST = 20;
    private static final int LONGEST_WHY = 300;

    private final TenantWork work;
    private final TenantSeals seals;
    private final Clock clock;

    @Inject
    public StorageProviders(TenantWork work, TenantSeals seals, Clock clock) {
        this.work = work;
        this.seals = seals;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(StorageProvider.class);
    }

    public List<StorageProvider> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select p from StorageProvider p where p.tenant = :tenant order by p.name, p.id",
                        StorageProvider.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<StorageProvider> find(TenantId tenant, StorageProviderId id) {
        return all(tenant).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The place, or the refusal "not found". */
    public StorageProvider get(TenantId tenant, StorageProviderId id) {
        return find(tenant, id).orElseThrow(Refusal::notFound);
    }

    /** Where what is stored from now on goes; empty: into the hub's own folder. */
    public Optional<StorageProvider> main(TenantId tenant) {
        return all(tenant).stream().filter(StorageProvider::main).findFirst();
    }

    /** With the secret opened. Throws {@code SealBroken} when the hub has another key now. */
    ProviderSettings settings(StorageProvider provider) {
        String purpose = StorageProvider.purpose(provider.id());
        return provider.settings(seals.open(provider.tenant(), provider.secret(), purpose));
    }

    /** A name that another one has is {@link Problem#CONFLICT}. It is not the main one yet. */
    public StorageProvider add(Viewer viewer, StorageProviderId id, Name name, ProviderSettings settings) {
        viewer.must(Permission.OWN);
        if (all(viewer.tenant()).size() >= MOST) {
            throw new Refusal(Problem.CONFLICT);
        }
        free(viewer, name, Optional.empty());
        var provider = new StorageProvider(id, name, settings, sealed(viewer, id, settings.secret()), clock.instant());
        work.entities(viewer.tenant()).persist(provider);
        work.note(provider.deed(DeedKind.STORAGE_ADDED));
        return provider;
    }

    /**
     * {@link Problem#UNUSABLE} when the kind is another.
     *
     * @param settings with the secret that is meant, also when it stays
     */
    public StorageProvider change(Viewer viewer, StorageProviderId id, Name name, ProviderSettings settings) {
        viewer.must(Permission.OWN);
        StorageProvider provider = get(viewer.tenant(), id);
        if (settings.kind() != provider.kind()) {
            throw new Refusal(Problem.UNUSABLE);
        }
        free(viewer, name, Optional.of(id));
        provider.becomes(name, settings, sealed(viewer, id, settings.secret()));
        work.note(provider.deed(DeedKind.STORAGE_CHANGED));
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return provider;
    }

    /** An agent did not reach it, and sends through the hub instead. Changes nothing that anybody typed, so it is no new version. */
    public void unreached(TenantId tenant, StorageProviderId id, CameraId camera, String why) {
        var unused = work.entities(tenant)
                .createQuery("update StorageProvider p set p.unreachedAt = :now, p.unreachedCamera = :camera,"
                        + " p.unreachedWhy = :why where p.tenant = :tenant and p.id = :id")
                .setParameter("now", clock.instant())
                .setParameter("camera", camera.value())
                .setParameter("why", why.substring(0, Math.min(why.length(), LONGEST_WHY)))
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** The agent of this camera does reach it. */
    public void reached(TenantId tenant, StorageProviderId id, CameraId camera) {
        var unused = work.entities(tenant)
                .createQuery(
                        "update StorageProvider p set p.unreachedAt = null, p.unreachedCamera = null,"
                                + " p.unreachedWhy = null where p.tenant = :tenant and p.id = :id and p.unreachedCamera = :camera")
                .setParameter("camera", camera.value())
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** What was stored before stays where it is. */
    public void makeMain(Viewer viewer, StorageProviderId id) {
        viewer.must(Permission.OWN);
        StorageProvider provider = get(viewer.tenant(), id);
        if (provider.main()) {
            return;
        }
        noneIsMain(viewer);
        provider.main(true);
        work.note(provider.deed(DeedKind.STORAGE_MAIN));
    }

    /** What is stored from now on goes into the hub's own folder. */
    public void useFolder(Viewer viewer) {
        viewer.must(Permission.OWN);
        main(viewer.tenant()).ifPresent(provider -> {
            noneIsMain(viewer);
            work.note(provider.deed(DeedKind.STORAGE_MAIN).with("after", "folder"));
        });
    }

    /**
     * {@link Problem#CONFLICT} while it is the main one, or a rule of retention or an account that sends names it; and while recordings lie there, a first copy of what
     * has moved is to go from there still, or an upload or an account's film is on its way there: nobody would find them again. What was to move there and has not
     * stays where it is.
     */
    public void remove(Viewer viewer, StorageProviderId id) {
        viewer.must(Permission.OWN);
        StorageProvider provider = get(viewer.tenant(), id);
        if (provider.main()) {
            throw new Refusal(Problem.CONFLICT);
        }
        work.note(provider.deed(DeedKind.STORAGE_REMOVED));
        noneMovesThere(viewer.tenant(), id);
        work.entities(viewer.tenant()).remove(provider);
        try {
            work.entities(viewer.tenant()).flush();
        } catch (
                PersistenceException
                        used) { // by a row that refers to it: the database knows better than any question before
            throw new Refusal(Problem.CONFLICT);
        }
    }

    /** A place that is dead could not be taken away for what it never took: not even the end of those moves, which clears up there, would succeed. */
    private void noneMovesThere(TenantId tenant, StorageProviderId id) {
        int unused = work.entities(tenant)
                .createQuery(
                        "delete from RecordingMove m where m.tenant = :tenant and m.target = :id and m.movedAt is null")
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Written at once: there may be one main place alone, at no time two. */
    private void noneIsMain(Viewer viewer) {
        main(viewer.tenant()).ifPresent(before -> before.main(false));
        work.entities(viewer.tenant()).flush();
    }

    private byte[] sealed(Viewer viewer, StorageProviderId id, Secret secret) {
        return seals.seal(viewer.tenant(), secret, StorageProvider.purpose(id));
    }

    private void free(Viewer viewer, Name name, Optional<StorageProviderId> itself) {
        if (taken(viewer.tenant(), name, itself)) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    /** Whether another one has this name. */
    boolean taken(TenantId tenant, Name name, Optional<StorageProviderId> itself) {
        return all(tenant).stream()
                .anyMatch(one -> one.name().equals(name.value())
                        && itself.filter(one.id()::equals).isEmpty());
    }
}
