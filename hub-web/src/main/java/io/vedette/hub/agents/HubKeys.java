package io.vedette.hub.agents;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's keys, one for each tenant: agents of one tenant learn nothing that helps with another's. */
@Singleton
public class HubKeys {
    private static final Logger LOG = LoggerFactory.getLogger(HubKeys.class);

    private final TenantWork work;
    private final Clock clock;

    @Inject
    public HubKeys(TenantWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Makes the key when there is none. Two who come first at once make one: the other's row is refused. */
    void make(TenantId tenant) {
        if (work.as(tenant, () -> find(tenant)).isPresent()) {
            return;
        }
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            work.run(tenant, () -> work.entities(tenant).persist(new HubKey(Uuids.fresh(), pair, clock.instant())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        } catch (PersistenceException e) {
            LOG.debug("somebody else made the key of tenant {}, or there is no such tenant", tenant, e);
        }
    }

    /** Empty for a tenant that has none: no agent was ever paired with it, or it does not exist. */
    Optional<HubKey> find(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select k from HubKey k where k.tenant = :tenant", HubKey.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    /** What signs with the key of this tenant, base64url; empty for one that has none. */
    public Optional<Function<byte[], String>> signer(TenantId tenant) {
        return work.as(tenant, () -> find(tenant)).map(key -> key::sign);
    }

    /** For an agent that calls: signs for who it believes this is. */
    Optional<String> sign(TenantId tenant, byte[] message) {
        return work.as(tenant, () -> find(tenant).map(key -> key.sign(message)));
    }
}
