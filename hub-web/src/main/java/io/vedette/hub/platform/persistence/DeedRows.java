package io.vedette.hub.platform.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.Doer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** Adds deeds to the audit log. A trigger numbers and chains the rows, so this writes what the hub may choose and no more. */
public final class DeedRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    // from tenant: a membership may name a tenant that is not there (yet)
    private static final String INSERT = """
            insert into audit_entry (tenant_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name,
                                     camera_id, camera_name, from_at, to_at, detail, address)
            select t.id, :actorKind, :actorId, :actorName, :action, :subjectKind, :subjectId, :subjectName,
                   :camera, coalesce((select c.name from camera c where c.tenant_id = t.id and c.id = :camera), ''),
                   :fromAt, :toAt, :detail, :address
            from tenant t where t.id = :tenant
            """;

    private DeedRows() {}

    /** The last thing in a transaction: it holds the tenant's head of the chain from here on. */
    public static void add(Session session, TenantId tenant, Doer doer, List<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        session.flush(); // everything else first, so that no lock is waited for with the head held
        deeds.forEach(deed -> add(session, tenant, doer, deed));
    }

    private static void add(Session session, TenantId tenant, Doer doer, Deed deed) {
        session.createNativeMutationQuery(INSERT)
                .setParameter("tenant", tenant.value())
                .setParameter("actorKind", doer.kind().name())
                .setParameter("actorId", doer.id())
                .setParameter("actorName", doer.name())
                .setParameter("action", deed.kind().word())
                .setParameter("subjectKind", deed.about().kind())
                .setParameter("subjectId", deed.about().id())
                .setParameter("subjectName", deed.about().name())
                .setParameter("camera", deed.camera().orElse(null), StandardBasicTypes.UUID)
                .setParameter("fromAt", deed.from().orElse(null), StandardBasicTypes.INSTANT)
                .setParameter("toAt", deed.to().orElse(null), StandardBasicTypes.INSTANT)
                .setParameter("detail", json(deed.detail()))
                .setParameter("address", doer.address())
                .executeUpdate();
    }

    private static String json(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}
