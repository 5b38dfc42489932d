package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A delegation: whoever holds it may do these things with these cameras, then and until then. */
@Entity
@Table(name = "access_grant")
public class AccessGrant extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    private @Nullable String subject;

    @Column(name = "invitation_id")
    private @Nullable UUID invitation;

    @Column(name = "team_id", updatable = false)
    private @Nullable UUID team;

    @Column(updatable = false)
    private @Nullable String role;

    @Column(name = "custom_role", updatable = false)
    private @Nullable UUID customRole;

    @Column(name = "camera_id", updatable = false)
    private @Nullable UUID camera;

    @Column(name = "group_id", updatable = false)
    private @Nullable UUID group;

    @Column(name = "site_id", updatable = false)
    private @Nullable UUID site;

    @Column(updatable = false)
    private @Nullable String tag;

    @Column(name = "every_camera", updatable = false)
    private boolean everyCamera;

    @Column(nullable = false, columnDefinition = "text[]")
    private String[] actions = {};

    @Column(name = "starts_at")
    private @Nullable Instant from;

    private @Nullable Instant until;

    @Column(columnDefinition = "integer[]")
    private int @Nullable [] hours;

    private @Nullable String zone;

    private boolean passable;

    @Column(nullable = false)
    private String reason = "";

    @Column(updatable = false)
    private @Nullable UUID under;

    @Column(nullable = false, updatable = false, columnDefinition = "uuid[]")
    private UUID[] line = {};

    @Column(name = "given_by", nullable = false, updatable = false)
    private String givenBy = "";

    @Column(name = "given_at", nullable = false, updatable = false)
    private Instant givenAt = Instant.EPOCH;

    @Version
    private int version;

    protected AccessGrant() {}

    /** @param above the grant of which this one is a part */
    AccessGrant(GrantId id, GrantWish wish, Optional<AccessGrant> above, Subject givenBy, Instant givenAt) {
        this.id = id.value();
        switch (wish.holder()) {
            case Holder.Person person -> this.subject = person.subject().value();
            case Holder.Team members -> this.team = members.team().value();
            case Holder.Invited invited ->
                this.invitation = invited.invitation().value();
            case Holder.Everyone everyone -> {
                this.role = everyone.role().standard().orElse(null);
                this.customRole = everyone.role().custom().orElse(null);
            }
        }
        switch (wish.what()) {
            case Selector.OneCamera one -> this.camera = one.camera().value();
            case Selector.WholeGroup whole -> this.group = whole.group().value();
            case Selector.WholeSite whole -> this.site = whole.site().value();
            case Selector.Tagged tagged -> this.tag = tagged.tag().value();
            case Selector.EveryCamera every -> this.everyCamera = true;
        }
        above.ifPresent(grant -> {
            this.under = grant.id;
            this.line = Stream.concat(grant.line().stream(), Stream.of(this.id)).toArray(UUID[]::new);
        });
        this.givenBy = givenBy.value();
        this.givenAt = givenAt;
        change(wish.terms());
    }

    /** The grants above it, the first one first, and itself. */
    List<UUID> line() {
        return line.length == 0 ? List.of(id) : List.of(line);
    }

    final void change(GrantTerms terms) {
        this.actions = terms.actions().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.from = terms.from().orElse(null);
        this.until = terms.until().orElse(null);
        this.hours = terms.hours().map(WeeklyHours::edges).orElse(null);
        this.zone = terms.hours().map(open -> open.zone().getId()).orElse(null);
        this.passable = terms.passable();
        this.reason = terms.reason();
    }

    /** The invitation that held it was taken up. */
    void fallTo(Subject person) {
        this.invitation = null;
        this.subject = person.value();
    }

    public GrantId id() {
        return new GrantId(id);
    }

    public int version() {
        return version;
    }

    public Holder holder() {
        if (subject != null) {
            return new Holder.Person(new Subject(subject));
        }
        if (team != null) {
            return new Holder.Team(new TeamId(team));
        }
        if (invitation != null) {
            return new Holder.Invited(new InvitationId(invitation));
        }
        return new Holder.Everyone(new RoleKey(role != null ? role : String.valueOf(customRole)));
    }

    public Selector what() {
        if (camera != null) {
            return new Selector.OneCamera(new CameraId(camera));
        }
        if (group != null) {
            return new Selector.WholeGroup(new GroupId(group));
        }
        if (site != null) {
            return new Selector.WholeSite(new SiteId(site));
        }
        return tag != null ? new Selector.Tagged(new Tag(tag)) : new Selector.EveryCamera();
    }

    public GrantTerms terms() {
        Set<Action> set = EnumSet.noneOf(Action.class);
        Arrays.stream(actions).map(Action::valueOf).forEach(set::add);
        return new GrantTerms(set, Optional.ofNullable(from), Optional.ofNullable(until), weekly(), passable, reason);
    }

    private Optional<WeeklyHours> weekly() {
        return hours == null || zone == null ? Optional.empty() : Optional.of(WeeklyHours.kept(ZoneId.of(zone), hours));
    }

    /** Whether its end has come. */
    public boolean over(Instant now) {
        return until != null && !until.isAfter(now);
    }

    /** The grant of which this one is a part. */
    public Optional<GrantId> under() {
        return Optional.ofNullable(under).map(GrantId::new);
    }

    /** How many grants this one has above it. */
    int depth() {
        return line().size() - 1;
    }

    public Subject givenBy() {
        return new Subject(givenBy);
    }

    public Instant givenAt() {
        return givenAt;
    }
}
