package io.vedette.hub.people;

import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.platform.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a page calls whoever holds a grant, or gave one. */
record HolderNames(AccountBook book, Map<TeamId, String> teams, Map<RoleKey, Role> roles, Locale language) {
    static HolderNames of(AccountBook book, List<Team> teams, List<Role> roles, Locale language) {
        return new HolderNames(
                book,
                teams.stream().collect(Collectors.toMap(Team::id, Team::name)),
                roles.stream().collect(Collectors.toMap(Role::key, Function.identity())),
                language);
    }

    String of(Holder holder) {
        return switch (holder) {
            case Holder.Person person -> of(person.subject());
            case Holder.Team members -> teams.getOrDefault(members.team(), "");
            case Holder.Invited invited -> Messages.text(language, "people.invited.somebody");
            case Holder.Everyone everyone ->
                Optional.ofNullable(roles.get(everyone.role()))
                        .map(role -> RoleWords.everybody(role, language))
                        .orElse("");
        };
    }

    String of(Subject subject) {
        return book.name(subject);
    }
}
