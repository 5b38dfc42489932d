package io.vedette.hub.vaults.accounts;

import io.vedette.contracts.Secret;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.StorageProviderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A key pair as the hub keeps it: the secret as a hash, or sealed where it has to be read again. Only what changed is written, as
 * its use is noted beside whoever counts with it.
 */
@Entity
@DynamicUpdate
@Table(name = "vault_account")
public class VaultAccount extends TenantOwned {
    /** Between two notes of its use: one that is used all the time costs a write now and then. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String name = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private AccountKind kind = AccountKind.SCRIPT;

    @Column(updatable = false)
    private byte @Nullable [] hash;

    @Column(updatable = false)
    private byte @Nullable [] sealed;

    @Column(name = "site_id")
    private @Nullable UUID site;

    @Column(name = "provider_id")
    private @Nullable UUID provider;

    private @Nullable String directory;

    @Column(name = "day_bytes")
    private @Nullable Long dayBytes;

    @Column(name = "day_recordings")
    private @Nullable Integer dayRecordings;

    @Column(name = "quota_bytes")
    private @Nullable Long quotaBytes;

    @Column(name = "most_cameras", nullable = false)
    private int mostCameras;

    @Column(nullable = false)
    private boolean enabled = true;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "sent_day", nullable = false)
    private LocalDate sentDay = LocalDate.EPOCH;

    @Column(name = "sent_bytes", nullable = false)
    private long sentBytes;

    @Column(name = "sent_recordings", nullable = false)
    private int sentRecordings;

    protected VaultAccount() {}

    /** @param kept the hash of a script's secret; of a Kerberos pair's the sealed one */
    VaultAccount(VaultAccountId id, AccountWish wish, byte[] kept, Instant now) {
        this.id = id.value();
        this.name = wish.name().value();
        this.kind = wish.kind();
        switch (wish.kind()) {
            case SCRIPT -> this.hash = kept.clone();
            case KERBEROS -> this.sealed = kept.clone();
        }
        this.madeAt = now;
        this.sentDay = day(now);
        sends(wish.terms());
    }

    /** On these terms from now on; what it sent today stays counted. */
    final void sends(AccountTerms terms) {
        this.site = terms.site().value();
        this.provider = terms.provider().map(StorageProviderId::value).orElse(null);
        this.directory = terms.directory().map(Directory::value).orElse(null);
        this.dayBytes = terms.limits().dayBytes();
        this.dayRecordings = terms.limits().dayRecordings();
        this.quotaBytes = terms.limits().quotaBytes();
        this.mostCameras = terms.limits().cameras();
    }

    /** What a secret of this row is sealed for. */
    static String purpose(VaultAccountId id) {
        return "vault account " + id;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Optional<byte[]> hash() {
        return Optional.ofNullable(hash).map(byte[]::clone);
    }

    Optional<byte[]> sealed() {
        return Optional.ofNullable(sealed).map(byte[]::clone);
    }

    void enable(boolean on) {
        this.enabled = on;
    }

    void used(Instant now) {
        if (usedAt == null || !now.isBefore(usedAt.plus(NOTED_EVERY))) {
            usedAt = now.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /** Whether so much more may come today: so many recordings with so many bytes together. */
    public boolean dayHasRoom(long recordings, long bytes, Instant now) {
        Sent today = sentToday(now);
        return (dayBytes == null || today.bytes() + bytes <= dayBytes)
                && (dayRecordings == null || today.recordings() + recordings <= dayRecordings);
    }

    /** One more came. The row is locked by whoever calls. */
    public void sent(long bytes, Instant now) {
        Sent today = sentToday(now);
        this.sentDay = day(now);
        this.sentBytes = today.bytes() + bytes;
        this.sentRecordings = today.recordings() + 1;
    }

    /** What came in a day. */
    public record Sent(long bytes, int recordings) {}

    /** In the day of UTC that it is now. */
    public Sent sentToday(Instant now) {
        return sentDay.equals(day(now)) ? new Sent(sentBytes, sentRecordings) : new Sent(0, 0);
    }

    public VaultAccountId id() {
        return new VaultAccountId(id);
    }

    public String name() {
        return name;
    }

    public AccountKind kind() {
        return kind;
    }

    public AccessKey accessKey() {
        return new AccessKey(tenant(), id());
    }

    /** Empty when the site is gone. */
    public Optional<SiteId> site() {
        return Optional.ofNullable(site).map(SiteId::new);
    }

    public Optional<StorageProviderId> provider() {
        return Optional.ofNullable(provider).map(StorageProviderId::new);
    }

    public Optional<String> directory() {
        return Optional.ofNullable(directory);
    }

    public AccountLimits limits() {
        return new AccountLimits(dayBytes, dayRecordings, quotaBytes, mostCameras);
    }

    public boolean enabled() {
        return enabled;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    Deed deed(DeedKind what) {
        return Deed.of(what, "vault-account", id, name).with("kind", kind.name());
    }

    /** The pair in clear, for the one answer that shows it. */
    public record Pair(AccessKey accessKey, Secret secret) {}
}
