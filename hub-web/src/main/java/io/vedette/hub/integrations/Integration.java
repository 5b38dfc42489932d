package io.vedette.hub.integrations;

import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.event.EventFault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A broker or webhook that an owner named, and how it goes with it. Its settings are sealed for this row alone. */
@Entity
@Table(name = "integration")
public class Integration extends TenantOwned {
    private static final int LONGEST = 500;
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false)
    private String name = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Target.Kind kind = Target.Kind.WEBHOOK;

    @Column(name = "leads_to", nullable = false)
    private String leadsTo = "";

    @Column(nullable = false)
    private byte[] settings = {};

    @Column(nullable = false)
    private boolean enabled = true;

    @Column(nullable = false)
    private int tries;

    @Column(name = "rests_until", nullable = false)
    private Instant restsUntil = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private EventFault.@Nullable Kind trouble;

    private @Nullable String said;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    /** Counts changes of the settings alone: how it goes changes all the time. */
    @Column(nullable = false)
    private int version;

    protected Integration() {}

    Integration(IntegrationId id, Name name, Target target, byte[] sealed, Instant now) {
        this.id = id.value();
        this.kind = target.kind();
        this.madeAt = now;
        this.restsUntil = now;
        becomes(name, target, sealed, now);
    }

    /** What the settings of this row are sealed for. */
    static String purpose(IntegrationId id) {
        return "integration " + id;
    }

    final void becomes(Name called, Target target, byte[] sealed, Instant now) {
        this.name = called.value();
        this.leadsTo = target.leadsTo();
        this.settings = sealed.clone();
        this.version++;
        works(now);
    }

    public IntegrationId id() {
        return new IntegrationId(id);
    }

    public String name() {
        return name;
    }

    public Target.Kind kind() {
        return kind;
    }

    public String leadsTo() {
        return leadsTo;
    }

    byte[] settings() {
        return settings.clone();
    }

    public boolean enabled() {
        return enabled;
    }

    void enabled(boolean now) {
        this.enabled = now;
    }

    boolean rests(Instant now) {
        return restsUntil.isAfter(now);
    }

    void works(Instant now) {
        this.tries = 0;
        this.restsUntil = now;
        this.trouble = null;
        this.said = null;
    }

    /** @param chance from 0 to 1: full jitter, so that not all come back at once */
    void failed(EventFault fault, Instant now, double chance) {
        this.tries++;
        long most = Math.min(LONGEST_REST.toMillis(), 1000L << Math.min(tries, 16));
        this.restsUntil = now.plusMillis(1000 + (long) (most * chance));
        this.trouble = fault.kind();
        String words = String.valueOf(fault.getMessage());
        this.said = words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** What keeps everything from it; empty while it goes well. */
    public Optional<EventFault.Kind> trouble() {
        return Optional.ofNullable(trouble);
    }

    public String said() {
        return said == null ? "" : said;
    }

    public Instant restsUntil() {
        return restsUntil;
    }

    public int version() {
        return version;
    }
}
