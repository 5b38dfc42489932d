package io.vedette.hub.reconcile;

import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.vault.reconcile.Difference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A blob that is not as the list says. */
@Entity
@Table(name = "reconcile_finding")
@IdClass(Finding.Key.class)
public class Finding extends TenantOwned {
    @Id
    @Column(name = "run_id")
    private UUID run = new UUID(0, 0);

    @Id
    @Column(name = "blob_key")
    private String blob = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind = Kind.MISSING;

    private @Nullable Long expected;

    private @Nullable Long found;

    /** What is not as it should be. */
    public enum Kind {
        MISSING,
        EXTRA,
        OTHER_SIZE,
        OTHER_BYTES
    }

    /** Within one tenant's session these two are enough. */
    public record Key(UUID run, String blob) implements Serializable {}

    protected Finding() {}

    Finding(ReconcileRunId run, Difference difference) {
        this.run = run.value();
        this.blob = difference.key().path();
        switch (difference) {
            case Difference.Missing ignored -> this.kind = Kind.MISSING;
            case Difference.Extra extra -> {
                this.kind = Kind.EXTRA;
                this.found = extra.bytes();
            }
            case Difference.OtherSize size -> {
                this.kind = Kind.OTHER_SIZE;
                this.expected = size.expected();
                this.found = size.found();
            }
            case Difference.OtherBytes ignored -> this.kind = Kind.OTHER_BYTES;
        }
    }

    /** Its key, as it stands in the store. */
    public String blob() {
        return blob;
    }

    public Kind kind() {
        return kind;
    }

    /** In bytes; of {@link Kind#OTHER_SIZE} alone. */
    public Optional<Long> expected() {
        return Optional.ofNullable(expected);
    }

    /** In bytes; of {@link Kind#OTHER_SIZE} and {@link Kind#EXTRA}. */
    public Optional<Long> found() {
        return Optional.ofNullable(found);
    }
}
