package io.vedette.hub.kerberos;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.vaults.accounts.VaultAccountId;
import io.vedette.vault.Sha256;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the database knows of agents of another make: themselves, what they are sending, what was stored of them. Within a tenant's work. */
@Singleton
public class KerberosBook {
    private final TenantWork work;

    @Inject
    public KerberosBook(TenantWork work) {
        this.work = work;
    }

    @Produces
    static Entities entities() {
        return Entities.of(KerberosDevice.class, KerberosUpload.class, StoredFilm.class);
    }

    Optional<KerberosDevice> device(TenantId tenant, VaultAccountId account, String deviceKey) {
        return work.entities(tenant)
                .createQuery(
                        "select d from KerberosDevice d where d.tenant = :tenant and d.account = :account and d.deviceKey = :key",
                        KerberosDevice.class)
                .setParameter("tenant", tenant.value())
                .setParameter("account", account.value())
                .setParameter("key", deviceKey)
                .getResultStream()
                .findFirst();
    }

    /** How many have a camera under this account, or had one that was taken away. */
    long devices(TenantId tenant, VaultAccountId account) {
        return work.entities(tenant)
                .createQuery(
                        "select count(d) from KerberosDevice d where d.tenant = :tenant and d.account = :account",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("account", account.value())
                .getSingleResult();
    }

    /** Those in front of these cameras; of several in front of one, which only a person can bring about, each. */
    List<KerberosDevice> of(TenantId tenant, Collection<CameraId> cameras) {
        return work.entities(tenant)
                .createQuery(
                        "select d from KerberosDevice d where d.tenant = :tenant and is_listed(d.camera, :cameras) = true",
                        KerberosDevice.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toArray(UUID[]::new))
                .getResultList();
    }

    List<KerberosDevice> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select d from KerberosDevice d where d.tenant = :tenant", KerberosDevice.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    void add(TenantId tenant, Object row) {
        work.entities(tenant).persist(row);
        work.entities(tenant).flush();
    }

    Optional<KerberosUpload> upload(TenantId tenant, VaultAccountId account, UploadId id) {
        return work.entities(tenant)
                .createQuery(
                        "select u from KerberosUpload u where u.tenant = :tenant and u.account = :account and u.id = :id",
                        KerberosUpload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("account", account.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<KerberosUpload> uploads(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select u from KerberosUpload u where u.tenant = :tenant", KerberosUpload.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** What is coming in under an account. */
    Coming coming(TenantId tenant, VaultAccountId account, Instant now) {
        return coming(work.entities(tenant)
                .createQuery(
                        "select count(u), count(u.bytes), coalesce(sum(u.bytes), 0) from KerberosUpload u"
                                + " where u.tenant = :tenant and u.account = :account and u.expiresAt > :now",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("account", account.value())
                .setParameter("now", now)
                .getSingleResult());
    }

    /** The bytes that are coming in under any account. */
    long comingBytes(TenantId tenant, Instant now) {
        return coming(work.entities(tenant)
                        .createQuery(
                                "select count(u), count(u.bytes), coalesce(sum(u.bytes), 0) from KerberosUpload u"
                                        + " where u.tenant = :tenant and u.expiresAt > :now",
                                Object[].class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("now", now)
                        .getSingleResult())
                .bytes();
    }

    /** One whose sender does not know its length counts with the most that may come. */
    private static Coming coming(Object[] sums) {
        long films = ((Number) sums[0]).longValue();
        long unknown = films - ((Number) sums[1]).longValue();
        return new Coming(films, ((Number) sums[2]).longValue() + unknown * FilmParts.MOST_BYTES);
    }

    /** Takes the row out for whoever makes a recording of it; false when it has expired or is gone. */
    boolean claim(TenantId tenant, UploadId id, Instant now) {
        return work.entities(tenant)
                        .createQuery(
                                "delete from KerberosUpload u where u.tenant = :tenant and u.id = :id and u.expiresAt > :now")
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id.value())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** From now on nobody claims it; false when somebody has. */
    boolean expire(TenantId tenant, UploadId id) {
        return work.entities(tenant)
                        .createQuery(
                                "update KerberosUpload u set u.expiresAt = :over where u.tenant = :tenant and u.id = :id")
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id.value())
                        // not now: whoever claims it may have looked at the clock before
                        .setParameter("over", Instant.EPOCH)
                        .executeUpdate()
                == 1;
    }

    void drop(TenantId tenant, UploadId id) {
        work.entities(tenant)
                .createQuery("delete from KerberosUpload u where u.tenant = :tenant and u.id = :id")
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    boolean stored(TenantId tenant, AgentId device, Sha256 sha256) {
        return work.entities(tenant)
                        .createQuery(
                                "select count(s) from StoredFilm s where s.tenant = :tenant and s.device = :device and s.sha256 = :sha256",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("device", device.value())
                        .setParameter("sha256", sha256.hex())
                        .getSingleResult()
                > 0;
    }

    /** By now no agent has any of it to send again. */
    void forgetStored(TenantId tenant, Instant before) {
        work.entities(tenant)
                .createQuery("delete from StoredFilm s where s.tenant = :tenant and s.storedAt < :before")
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Bytes in the vault of all cameras of an account, from the counts that the database keeps. */
    long kept(TenantId tenant, VaultAccountId account) {
        return work.entities(tenant)
                .createQuery(
                        "select coalesce(sum(r.vaultBytes), 0) from RecordingTotal r where r.tenant = :tenant"
                                + " and r.camera in (select d.camera from KerberosDevice d where d.tenant = :tenant and d.account = :account)",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("account", account.value())
                .getSingleResult();
    }
}
