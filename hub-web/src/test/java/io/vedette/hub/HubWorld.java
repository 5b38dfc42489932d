package io.vedette.hub;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.access.Arrivals;
import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Invitation;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Member;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleNews;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Seat;
import io.vedette.hub.access.Seats;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Support;
import io.vedette.hub.access.SupportAccess;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.access.tokens.AdmitToken;
import io.vedette.hub.access.tokens.PersonalToken;
import io.vedette.hub.access.tokens.PersonalTokens;
import io.vedette.hub.access.tokens.Standing;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.HubKey;
import io.vedette.hub.agents.PairingTokenRow;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.CameraTag;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.GroupReach;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamMember;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.kerberos.KerberosDevice;
import io.vedette.hub.livestream.LiveUse;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.persistence.Database;
import io.vedette.hub.platform.security.TokenDoor;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Quota;
import io.vedette.hub.tenancy.Tenant;
import io.vedette.hub.tenancy.Tenants;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real database with the tenants acme and globex, and the hub's own parts on it as the server wires them. Time stands
 * still until a test moves it.
 */
public final class HubWorld implements AutoCloseable {
    public final DatabaseSettings settings = TestDatabase.migrated();
    public final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    public final Database database;
    public final TenantWork work;
    public final Roles roles;
    public final Members members;
    public final RoleNews roleNews = new RoleNews();
    public final PersonalTokens tokens;
    public final Support support;
    public final VisibleCameras visible;
    public final Cameras cameras;
    public final Sites sites;
    public final Tags tags;
    public final Teams teams;
    public final AccessNews news = new AccessNews();
    public final Grants grants;

    public final Viewer owner = new Viewer(TenantId.fresh(), new Subject("owner"), Role.OWNER);
    public final Viewer guard = new Viewer(owner.tenant(), new Subject("guard"), Role.VIEWER);
    public final Viewer stranger = new Viewer(TenantId.fresh(), new Subject("owner-of-globex"), Role.OWNER);

    public HubWorld(Class<?>... more) {
        List<Class<?>> entities = new ArrayList<>(List.of(
                Tenant.class,
                Member.class,
                CustomRole.class,
                KeptOut.class,
                Invitation.class,
                Seat.class,
                SupportAccess.class,
                Quota.class,
                LiveUse.class,
                PersonalToken.class,
                Site.class,
                CameraGroup.class,
                Camera.class,
                CameraTag.class,
                GroupReach.class,
                AccessGrant.class,
                Team.class,
                TeamMember.class,
                Agent.class,
                PairingTokenRow.class,
                HubKey.class,
                KerberosDevice.class));
        entities.addAll(List.of(more));
        database = new Database(settings, entities);
        work = new TenantWork(database.sessions());
        roles = new Roles(work, new RoleNews());
        members = new Members(work, roles, clock);
        roleNews.onChanged(news::less);
        tokens = new PersonalTokens(work, roleNews, clock);
        support = new Support(work, roleNews, clock);
        visible = new VisibleCameras(work, clock);
        cameras = new Cameras(work, visible, news);
        sites = new Sites(work, visible, news);
        tags = new Tags(work, visible, cameras, news);
        teams = new Teams(work, news);
        grants = new Grants(work, cameras, sites, teams, clock, news);
        TestDatabase.addTenant(settings, owner.tenant().value(), "acme");
        TestDatabase.addTenant(settings, stranger.tenant().value(), "globex");
    }

    public SiteId site(Viewer viewer, String name) {
        return work.as(
                viewer.tenant(),
                () -> sites.add(viewer, new SiteId(Uuids.fresh()), new Name(name), ZoneId.of("Europe/Berlin"))
                        .id());
    }

    public GroupId group(Viewer viewer, SiteId site, String name) {
        return work.as(
                viewer.tenant(),
                () -> sites.addGroup(viewer, new GroupId(Uuids.fresh()), site, new Name(name))
                        .id());
    }

    public CameraId camera(Viewer viewer, SiteId site, Optional<GroupId> group, String name) {
        return work.as(
                viewer.tenant(),
                () -> cameras.add(viewer, site, group, new Name(name)).id());
    }

    /** The way in, at which invitations are taken up. */
    public Visits visits() {
        var arrivals = new Arrivals(work, members, new Invitations(work, clock), clock);
        arrivals.onArrival(grants::arrived);
        TokenDoor door = tokenDoor((tenant, subject) -> Optional.empty());
        return new Visits(work, members, new Tenants(work), arrivals, new Seats(work, clock), support, door);
    }

    /** The way in for tokens, with whom the identity provider knows. Its answers are remembered for good: time stands still. */
    public AdmitToken tokenDoor(Standing standing) {
        return new AdmitToken(work, members, tokens, standing, () -> 0);
    }

    public <T> T inTenant(Viewer viewer, java.util.function.Supplier<T> question) {
        return work.as(viewer.tenant(), question);
    }

    @Override
    public void close() {
        database.close();
    }
}
