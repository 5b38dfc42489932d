package io.vedette.hub.access.tokens;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token of somebody's own as the hub keeps it: never the secret, only its hash. */
@Entity
@Table(name = "personal_token")
public class PersonalToken extends TenantOwned {
    /** Between two notes of its use: a token that is used all the time costs a write now and then. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String subject = "";

    @Column(nullable = false, updatable = false)
    private String name = "";

    @Column(nullable = false, updatable = false)
    private byte[] hash = {};

    @Column(nullable = false, updatable = false, columnDefinition = "text[]")
    private String[] permissions = {};

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    @Column(nullable = false, updatable = false)
    private Instant until = Instant.EPOCH;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected PersonalToken() {}

    PersonalToken(TokenText text, Subject subject, TokenWish wish, Instant now) {
        this.id = text.id().value();
        this.subject = subject.value();
        this.name = wish.name().value();
        this.hash = text.hash();
        this.permissions = wish.permissions().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.madeAt = now;
        this.until = now.plus(wish.life());
    }

    boolean matches(TokenText text) {
        return MessageDigest.isEqual(hash, text.hash());
    }

    void used(Instant now) {
        if (usedAt == null || !now.isBefore(usedAt.plus(NOTED_EVERY))) {
            usedAt = now.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    public PersonalTokenId id() {
        return new PersonalTokenId(id);
    }

    public Subject subject() {
        return new Subject(subject);
    }

    public String name() {
        return name;
    }

    /** In one order, whoever lists them. */
    public Set<Permission> permissions() {
        Set<Permission> all = EnumSet.allOf(Permission.class);
        all.removeIf(one -> !Arrays.asList(permissions).contains(one.name()));
        return Collections.unmodifiableSet(all);
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Instant until() {
        return until;
    }

    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    boolean over(Instant now) {
        return !until.isAfter(now);
    }
}
