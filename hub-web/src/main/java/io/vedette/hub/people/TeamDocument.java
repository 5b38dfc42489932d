package io.vedette.hub.people;

import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamMember;
import io.vedette.hub.tenancy.Name;
import java.util.List;

/**
 * A team for programs.
 *
 * @param accounts who is in it
 */
public record TeamDocument(String id, String name, int version, List<String> accounts) {

    /** All teams: there are never so many that they come in pages. */
    public record TeamList(List<TeamDocument> teams) {}

    /** A team that a program wants to make, or what one is to be called. */
    public record NewTeam(String name) {
        public NewTeam {
            name = new Name(name).value();
        }
    }

    /** @param members of all teams */
    static TeamDocument of(Team team, List<TeamMember> members) {
        return new TeamDocument(
                team.id().toString(),
                team.name(),
                team.version(),
                members.stream()
                        .filter(member -> member.team().equals(team.id()))
                        .map(TeamMember::subject)
                        .map(Subject::value)
                        .sorted()
                        .toList());
    }
}
