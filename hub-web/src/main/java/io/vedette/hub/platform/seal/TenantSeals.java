package io.vedette.hub.platform.seal;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Seals and opens the secrets of tenants. Within a tenant's work. */
@Singleton
public class TenantSeals {
    private static final String KEY_OF = "key of tenant ";

    private final TenantWork work;
    private final Clock clock;
    private final Seal hub;

    @Inject
    public TenantSeals(TenantWork work, HubSettings settings, Clock clock) {
        this(work, settings.stores().sealKey(), clock);
    }

    public TenantSeals(TenantWork work, Secret key, Clock clock) {
        this.work = work;
        this.clock = clock;
        this.hub = new Seal(to256Bits(Base64.getDecoder().decode(key.reveal())));
    }

    @Produces
    static Entities entities() {
        return Entities.of(TenantKey.class);
    }

    /** @param purpose what the secret belongs to, with its id; opens with the same alone */
    public byte[] seal(TenantId tenant, Secret secret, String purpose) {
        return of(tenant).orElseGet(() -> made(tenant)).close(secret.bytes(), purpose);
    }

    /** Throws {@link SealBroken} when it does not open. */
    public Secret open(TenantId tenant, byte[] sealed, String purpose) {
        byte[] opened = of(tenant).orElseThrow(SealBroken::new).open(sealed, purpose);
        return new Secret(new String(opened, StandardCharsets.UTF_8));
    }

    private Optional<Seal> of(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select k from TenantKey k where k.tenant = :tenant", TenantKey.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst()
                .map(row -> new Seal(hub.open(row.sealed(), KEY_OF + tenant)));
    }

    /** Two who come first at once: the row of the second is refused, and its whole work with it. */
    private Seal made(TenantId tenant) {
        byte[] key = Seal.freshKey();
        work.entities(tenant).persist(new TenantKey(Uuids.fresh(), hub.close(key, KEY_OF + tenant), clock.instant()));
        return new Seal(key);
    }

    /** The setting may be longer than a key of AES; it is random, so a hash of it is a key. */
    private static byte[] to256Bits(byte[] given) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(given);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
