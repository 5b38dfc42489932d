package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Invitation;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.platform.web.Messages;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody, or some people, who can hold grants, on a page.
 *
 * @param kind {@code person}, {@code team}, {@code invitation} or {@code role}
 * @param id subject, id of the team, or name of the role: with {@code kind} the value of {@link HolderText}
 * @param email in the words of the page: that it is not verified, or that there is none because it is a service account
 * @param role the key of a person's or everybody's role; a viewer's for a team
 * @param roleName as people call it
 * @param keptOut why a person may not come in: {@code SUSPENDED}, {@code REMOVED} or {@code LEFT}; empty when nothing keeps them out
 * @param members of a team
 * @param grants how many are in force
 */
public record HolderLine(
        String kind,
        String id,
        String name,
        String initials,
        String email,
        String role,
        String roleName,
        boolean seesAll,
        String keptOut,
        int members,
        long grants) {

    static HolderLine of(Account account, Optional<KeptOut.Why> keptOut, Locale language, long grants) {
        return new HolderLine(
                "person",
                account.subject().value(),
                account.name(),
                Frame.initials(account.name()),
                address(account, language),
                account.role().key().value(),
                RoleWords.of(account.role(), language),
                account.role().seesEveryCamera(),
                keptOut.map(Enum::name).orElse(""),
                0,
                grants);
    }

    private static String address(Account account, Locale language) {
        if (account.service()) {
            return Messages.text(language, "people.service");
        }
        return account.email().isEmpty() || account.verified()
                ? account.email()
                : Messages.text(language, "people.unverified", account.email());
    }

    static HolderLine of(Team team, int members, long grants) {
        return new HolderLine(
                "team",
                team.id().toString(),
                team.name(),
                Frame.initials(team.name()),
                "",
                Role.VIEWER.key().value(),
                "",
                false,
                "",
                members,
                grants);
    }

    static HolderLine of(Invitation invitation, Locale language, long grants) {
        String email = invitation.email().value();
        return new HolderLine(
                "invitation",
                invitation.id().toString(),
                email,
                Frame.initials(email),
                "",
                invitation.role().key().value(),
                RoleWords.of(invitation.role(), language),
                invitation.role().seesEveryCamera(),
                "",
                0,
                grants);
    }

    static HolderLine of(Role role, Locale language, long grants) {
        String name = RoleWords.everybody(role, language);
        return new HolderLine(
                "role",
                role.key().value(),
                name,
                Frame.initials(name),
                "",
                role.key().value(),
                RoleWords.of(role, language),
                role.seesEveryCamera(),
                "",
                0,
                grants);
    }

    /** As forms carry it. */
    public String value() {
        return kind + ":" + id;
    }

    boolean is(Holder holder) {
        return HolderText.of(holder).equals(value());
    }
}
