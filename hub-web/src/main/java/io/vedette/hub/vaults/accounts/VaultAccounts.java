package io.vedette.hub.vaults.accounts;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The key pairs of a tenant. Within a tenant's work. */
@Singleton
public class VaultAccounts {
    static final int MOST = 100;

    private final TenantWork work;
    private final TenantSeals seals;
    private final Sites sites;
    private final StorageProviders providers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public VaultAccounts(TenantWork work, TenantSeals seals, Sites sites, StorageProviders providers, Clock clock) {
        this.work = work;
        this.seals = seals;
        this.sites = sites;
        this.providers = providers;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(VaultAccount.class);
    }

    /** A new account, with its secret for the only time. */
    public record Made(VaultAccount account, VaultAccount.Pair pair) {}

    public List<VaultAccount> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select a from VaultAccount a where a.tenant = :tenant order by a.name, a.id",
                        VaultAccount.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<VaultAccount> find(TenantId tenant, VaultAccountId id) {
        return read(tenant, id, LockModeType.NONE);
    }

    /** Nobody else counts with it until the transaction ends. */
    public Optional<VaultAccount> lock(TenantId tenant, VaultAccountId id) {
        return read(tenant, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<VaultAccount> read(TenantId tenant, VaultAccountId id, LockModeType lock) {
        return work.entities(tenant)
                .createQuery("select a from VaultAccount a where a.tenant = :tenant and a.id = :id", VaultAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** The account, or the refusal "not found". */
    public VaultAccount get(TenantId tenant, VaultAccountId id) {
        return find(tenant, id).orElseThrow(Refusal::notFound);
    }

    /** A name that another one has is {@link Problem#CONFLICT}; a foreign site or provider is not found. */
    public Made make(Viewer viewer, AccountWish wish) {
        viewer.must(Permission.OWN);
        within(viewer, wish.terms());
        if (all(viewer.tenant()).size() >= MOST || taken(viewer.tenant(), wish.name())) {
            throw new Refusal(Problem.CONFLICT);
        }
        VaultAccountId id = VaultAccountId.fresh();
        Secret secret = AccessKey.freshSecret(random);
        byte[] kept = switch (wish.kind()) {
            case SCRIPT -> AccessKey.hash(secret);
            case KERBEROS -> seals.seal(viewer.tenant(), secret, VaultAccount.purpose(id));
        };
        var account = new VaultAccount(id, wish, kept, clock.instant());
        work.entities(viewer.tenant()).persist(account);
        work.note(account.deed(DeedKind.VAULT_ACCOUNT_MADE));
        work.entities(viewer.tenant()).flush();
        return new Made(account, new VaultAccount.Pair(new AccessKey(viewer.tenant(), id), secret));
    }

    /** Its keys stay as they are. A foreign site or provider is not found. */
    public VaultAccount change(Viewer viewer, VaultAccountId id, AccountTerms terms) {
        viewer.must(Permission.OWN);
        within(viewer, terms);
        // what it sends at this moment is counted in the same row
        VaultAccount account = lock(viewer.tenant(), id).orElseThrow(Refusal::notFound);
        // a form has read it before the lock, and what was counted in between would be written over
        work.entities(viewer.tenant()).refresh(account);
        account.sends(terms);
        work.note(account.deed(DeedKind.VAULT_ACCOUNT_CHANGED).with("after", "terms"));
        return account;
    }

    private void within(Viewer viewer, AccountTerms terms) {
        sites.stay(viewer, terms.site());
        terms.provider().ifPresent(id -> providers.get(viewer.tenant(), id));
    }

    boolean taken(TenantId tenant, Name name) {
        return all(tenant).stream().anyMatch(one -> one.name().equals(name.value()));
    }

    /** One that is off is refused like a wrong key, from the next request on; what it sent stays. */
    public void enable(Viewer viewer, VaultAccountId id, boolean on) {
        viewer.must(Permission.OWN);
        VaultAccount account = get(viewer.tenant(), id);
        if (account.enabled() != on) {
            account.enable(on);
            work.note(account.deed(DeedKind.VAULT_ACCOUNT_CHANGED).with("after", on ? "on" : "off"));
        }
    }

    /** Its cameras and their recordings stay; what it was sending is thrown away. */
    public void remove(Viewer viewer, VaultAccountId id) {
        viewer.must(Permission.OWN);
        VaultAccount account = get(viewer.tenant(), id);
        work.note(account.deed(DeedKind.VAULT_ACCOUNT_REMOVED));
        work.entities(viewer.tenant()).remove(account);
    }
}
