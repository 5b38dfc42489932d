package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A role given to somebody. The key in the database is tenant and subject; within one tenant's session the subject is enough. */
@Entity
@Table(name = "member")
public class Member extends TenantOwned {
    @Id
    private String subject = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role = Role.VIEWER;

    protected Member() {}

    Member(Subject subject, Role role) {
        this.subject = subject.value();
        this.role = role;
    }

    void appoint(Role role) {
        this.role = role;
    }

    public Subject subject() {
        return new Subject(subject);
    }

    public Role role() {
        return role;
    }
}
