package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody the tenant keeps out, whatever the identity provider says about them. */
@Entity
@Table(name = "kept_out")
public class KeptOut extends TenantOwned {
    @Id
    private String subject = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Why why = Why.SUSPENDED;

    @Column(nullable = false)
    private Instant since = Instant.EPOCH;

    /** What became of the membership. */
    public enum Why {
        /** For a time: role and grants wait. */
        SUSPENDED,
        REMOVED,
        LEFT;

        /** Whether nothing is left that could be taken up again. */
        public boolean forGood() {
            return this != SUSPENDED;
        }
    }

    protected KeptOut() {}

    KeptOut(Subject subject, Why why, Instant since) {
        this.subject = subject.value();
        because(why, since);
    }

    final void because(Why why, Instant since) {
        this.why = why;
        this.since = since;
    }

    public Subject subject() {
        return new Subject(subject);
    }

    public Why why() {
        return why;
    }

    public Instant since() {
        return since;
    }
}
