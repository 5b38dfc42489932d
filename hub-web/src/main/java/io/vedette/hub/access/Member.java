package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role given to somebody. The key in the database is tenant and subject; within one tenant's session the subject is enough. */
@Entity
@Table(name = "member")
public class Member extends TenantOwned {
    private static final String CUSTOM = "CUSTOM";

    @Id
    private String subject = "";

    /** The name of a standard role, or {@link #CUSTOM}. */
    @Column(nullable = false)
    private String role = "";

    @Column(name = "custom_role")
    private @Nullable UUID customRole;

    protected Member() {}

    Member(Subject subject, Role role) {
        this.subject = subject.value();
        appoint(role.key());
    }

    final void appoint(RoleKey wanted) {
        this.role = wanted.standard().orElse(CUSTOM);
        this.customRole = wanted.custom().orElse(null);
    }

    public Subject subject() {
        return new Subject(subject);
    }

    RoleKey role() {
        return customRole == null ? new RoleKey(role) : RoleKey.of(customRole);
    }
}
