package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Recordings that come in while they are being made, and those of which no more came. For work that no person asked for. */
@Singleton
public class Beginnings {
    private final TenantWork work;

    @Inject
    public Beginnings(TenantWork work) {
        this.work = work;
    }

    public void add(TenantId tenant, Beginning beginning) {
        work.entities(tenant).persist(beginning);
    }

    public Optional<Beginning> find(TenantId tenant, UploadId upload) {
        return work.entities(tenant)
                .createQuery(
                        "select b from Beginning b where b.tenant = :tenant and b.upload = :upload", Beginning.class)
                .setParameter("tenant", tenant.value())
                .setParameter("upload", upload.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<Beginning> of(TenantId tenant, RecordingId recording) {
        return work.entities(tenant)
                .createQuery(
                        "select b from Beginning b where b.tenant = :tenant and b.recording = :recording",
                        Beginning.class)
                .setParameter("tenant", tenant.value())
                .setParameter("recording", recording.value())
                .getResultStream()
                .findFirst();
    }

    public List<Beginning> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select b from Beginning b where b.tenant = :tenant order by b.noticedAt", Beginning.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public long countOf(TenantId tenant, AgentId agent) {
        return work.entities(tenant)
                .createQuery(
                        "select count(b) from Beginning b where b.tenant = :tenant and b.agent = :agent", Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("agent", agent.value())
                .getSingleResult();
    }

    /** False when it is one no longer: of two who end it, one does. */
    public boolean end(TenantId tenant, UploadId upload) {
        return work.entities(tenant)
                        .createQuery("delete from Beginning b where b.tenant = :tenant and b.upload = :upload")
                        .setParameter("tenant", tenant.value())
                        .setParameter("upload", upload.value())
                        .executeUpdate()
                == 1;
    }

    /** Beginnings that were kept as recordings, and of which the vault has the whole now, or at least as much. */
    public List<Recording> superseded(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("""
                        select r from Recording r
                        where r.tenant = :tenant and r.cutOf is not null and r.place = :vault and r.heldAt is null and exists (
                          select 1 from Recording whole
                          where whole.tenant = :tenant and whole.id = r.cutOf and whole.place = :vault and whole.bytes >= r.bytes)
                        """, Recording.class)
                .setParameter("tenant", tenant.value())
                .setParameter("vault", Place.VAULT)
                .getResultList();
    }
}
