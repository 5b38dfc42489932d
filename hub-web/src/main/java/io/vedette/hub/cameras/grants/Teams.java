package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Making teams, and who is in them; for whoever delegates by role. */
@Singleton
public class Teams {
    private final TenantWork work;
    private final AccessNews news;

    @Inject
    public Teams(TenantWork work, AccessNews news) {
        this.work = work;
        this.news = news;
    }

    public List<Team> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select t from Team t where t.tenant = :tenant order by t.name, t.id", Team.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<Team> find(TenantId tenant, TeamId id) {
        return work.entities(tenant)
                .createQuery("select t from Team t where t.tenant = :tenant and t.id = :id", Team.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** The team, or the refusal "not found". */
    public Team get(TenantId tenant, TeamId id) {
        return find(tenant, id).orElseThrow(Refusal::notFound);
    }

    /** Everybody's membership of every team. */
    public List<TeamMember> members(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select m from TeamMember m where m.tenant = :tenant", TeamMember.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** A name that another team has is {@link Problem#CONFLICT}. */
    public Team make(Viewer viewer, TeamId id, Name name) {
        viewer.must(Permission.DELEGATE);
        free(viewer, name, Optional.empty());
        var team = new Team(id, name);
        work.entities(viewer.tenant()).persist(team);
        work.note(deed(DeedKind.TEAM_ADDED, team));
        return team;
    }

    public Team rename(Viewer viewer, TeamId id, Name name) {
        viewer.must(Permission.DELEGATE);
        Team team = get(viewer.tenant(), id);
        free(viewer, name, Optional.of(id));
        work.note(deed(DeedKind.TEAM_CHANGED, team).with("after", name.value()));
        team.rename(name);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return team;
    }

    private static Deed deed(DeedKind kind, Team team) {
        return Deed.of(kind, "team", team.id(), team.name());
    }

    private void free(Viewer viewer, Name name, Optional<TeamId> itself) {
        boolean taken = all(viewer.tenant()).stream()
                .anyMatch(team -> team.name().equals(name.value())
                        && itself.filter(team.id()::equals).isEmpty());
        if (taken) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    /** Takes a team apart: what it held is over, its people stay. */
    public void remove(Viewer viewer, TeamId id) {
        viewer.must(Permission.DELEGATE);
        Team team = get(viewer.tenant(), id);
        work.entities(viewer.tenant()).remove(team);
        work.note(deed(DeedKind.TEAM_REMOVED, team));
        work.afterCommit(() -> news.less(viewer.tenant()));
    }

    /** Once in a team is in a team: putting somebody in again changes nothing. */
    public void put(Viewer viewer, TeamId id, Subject subject) {
        viewer.must(Permission.DELEGATE);
        Team team = get(viewer.tenant(), id);
        viewer.must(Permission.EVERY_CAMERA); // what the team holds is given with it
        var entities = work.entities(viewer.tenant());
        if (entities.find(TeamMember.class, new TeamMember.Key(id.value(), subject.value())) == null) {
            entities.persist(new TeamMember(id, subject));
            work.note(deed(DeedKind.TEAM_JOINED, team).with("account", subject));
        }
    }

    /** Takes somebody out of every team; for whoever ends a membership. */
    public void endOf(TenantId tenant, Subject subject) {
        work.entities(tenant)
                .createQuery("delete from TeamMember m where m.tenant = :tenant and m.subject = :subject")
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .executeUpdate();
    }

    public void take(Viewer viewer, TeamId id, Subject subject) {
        viewer.must(Permission.DELEGATE);
        Team team = get(viewer.tenant(), id);
        var entities = work.entities(viewer.tenant());
        Optional.ofNullable(entities.find(TeamMember.class, new TeamMember.Key(id.value(), subject.value())))
                .ifPresent(member -> {
                    entities.remove(member);
                    work.note(deed(DeedKind.TEAM_LEFT, team).with("account", subject));
                });
        work.afterCommit(() -> news.less(viewer.tenant()));
    }
}
