package io.vedette.hub.vaults.accounts;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a key pair to its account. Whoever does not have the secret learns nothing: no account, one that is off and a wrong secret are one answer. */
@Singleton
public class AdmitAccount {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitAccount.class);

    private final TenantWork work;
    private final VaultAccounts accounts;
    private final TenantSeals seals;
    private final Clock clock;

    @Inject
    public AdmitAccount(TenantWork work, VaultAccounts accounts, TenantSeals seals, Clock clock) {
        this.work = work;
        this.accounts = accounts;
        this.seals = seals;
        this.clock = clock;
    }

    /** An account that has shown its secret. Holds for this request. */
    public record Admitted(TenantId tenant, VaultAccountId account, AccountKind kind) {}

    public Optional<Admitted> admit(AccessKey key, Secret secret) {
        return proved(key, account -> matches(account, secret));
    }

    /**
     * By what somebody made with the secret of a Kerberos pair, instead of by showing it.
     *
     * @param proof is given the secret; asked outside of nothing, so it has to be quick
     */
    public Optional<Admitted> admit(AccessKey key, Predicate<Secret> proof) {
        return proved(key, account -> opened(account).filter(proof).isPresent());
    }

    /** Of a Kerberos pair that has been admitted; empty for a script's. */
    public Optional<Secret> secret(Admitted admitted) {
        return work.as(
                admitted.tenant(),
                () -> accounts.find(admitted.tenant(), admitted.account()).flatMap(this::opened));
    }

    private Optional<Admitted> proved(AccessKey key, Predicate<VaultAccount> proof) {
        return work.as(
                key.tenant(),
                () -> accounts.find(key.tenant(), key.account())
                        .filter(VaultAccount::enabled)
                        .filter(proof)
                        .map(account -> {
                            account.used(clock.instant());
                            return new Admitted(key.tenant(), account.id(), account.kind());
                        }));
    }

    private boolean matches(VaultAccount account, Secret given) {
        return switch (account.kind()) {
            case SCRIPT -> MessageDigest.isEqual(account.hash().orElseThrow(), AccessKey.hash(given));
            case KERBEROS ->
                opened(account)
                        .filter(kept -> MessageDigest.isEqual(kept.bytes(), given.bytes()))
                        .isPresent();
        };
    }

    private Optional<Secret> opened(VaultAccount account) {
        try {
            return account.sealed().map(kept -> seals.open(account.tenant(), kept, VaultAccount.purpose(account.id())));
        } catch (SealBroken e) {
            LOG.error("the secret of vault account {} does not open: it was sealed with another key", account.id());
            return Optional.empty();
        }
    }
}
