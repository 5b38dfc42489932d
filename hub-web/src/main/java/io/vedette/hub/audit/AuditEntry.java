package io.vedette.hub.audit;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One row of the log, read only: rows are written by the floor and chained by the database. The key there also holds the tenant. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry extends TenantOwned {
    @Id
    private long seq;

    private Instant at = Instant.EPOCH;

    @Column(name = "actor_kind")
    private String actorKind = "";

    @Column(name = "actor_id")
    private String actorId = "";

    @Column(name = "actor_name")
    private String actorName = "";

    private String action = "";

    @Column(name = "subject_kind")
    private String subjectKind = "";

    @Column(name = "subject_id")
    private String subjectId = "";

    @Column(name = "subject_name")
    private String subjectName = "";

    @Column(name = "camera_id")
    private @Nullable UUID camera;

    @Column(name = "camera_name")
    private String cameraName = "";

    @Column(name = "from_at")
    private @Nullable Instant from;

    @Column(name = "to_at")
    private @Nullable Instant to;

    private String detail = "";
    private String address = "";

    @Column(name = "prev_hash")
    private byte[] prevHash = {};

    private byte[] hash = {};

    protected AuditEntry() {}

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public String actorKind() {
        return actorKind;
    }

    public String actorId() {
        return actorId;
    }

    public String actorName() {
        return actorName;
    }

    public String action() {
        return action;
    }

    public String subjectKind() {
        return subjectKind;
    }

    public String subjectId() {
        return subjectId;
    }

    public String subjectName() {
        return subjectName;
    }

    public Optional<UUID> camera() {
        return Optional.ofNullable(camera);
    }

    public String cameraName() {
        return cameraName;
    }

    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /** A JSON object of texts, as it was hashed. */
    public String detail() {
        return detail;
    }

    public String address() {
        return address;
    }

    public Digest prevHash() {
        return new Digest(prevHash);
    }

    public Digest hash() {
        return new Digest(hash);
    }
}
