package io.vedette.hub.people;

import io.vedette.hub.access.Appoint;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Invitation;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamMember;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.people.hours.HoursText;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the people page shows: whoever can hold grants, and the grants of the one that is chosen. Inside one transaction. */
@Singleton
class PeopleView {
    /** How long an invitation may wait; the longest is what is chosen. */
    private static final List<Integer> DAYS = List.of(Invitations.MOST_DAYS, 3, 1);

    /** Which page of the invitations. */
    static final String INVITED = "invited";

    private final Grants grants;
    private final Teams teams;
    private final Roles roles;
    private final Cameras cameras;
    private final Sites sites;
    private final Tags tags;
    private final Members members;
    private final Invitations invitations;
    private final Clock clock;

    @Inject
    PeopleView(
            Grants grants,
            Teams teams,
            Roles roles,
            Cameras cameras,
            Sites sites,
            Tags tags,
            Members members,
            Invitations invitations,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.grants = grants;
        this.teams = teams;
        this.roles = roles;
        this.cameras = cameras;
        this.sites = sites;
        this.tags = tags;
        this.clock = clock;
    }

    Targets targets(Visit visit, HttpServletRequest request) {
        return Targets.of(visit.viewer(), cameras, sites, tags, Languages.of(request));
    }

    /** @param holder of whom the grants are shown, as in {@link HolderText}; nothing shows nobody's */
    Response show(HttpServletRequest request, Visit visit, AccountBook book, String holder, FormInput form) {
        List<AccessGrant> all = grants.all(visit.viewer());
        AccountBook listed = book.with(all);
        People people = people(listed, all, visit, Languages.of(request));
        Optional<HolderLine> chosen = people.find(holder);
        boolean unknown = chosen.isEmpty() && !holder.isBlank() && (book.complete() || !holder.startsWith("person:"));
        View view = view(request, visit, people, all, chosen, unknown, form);
        if (form.anyWrong()) {
            return Page.again(view);
        }
        return unknown ? Page.notFound(view) : Page.of(view);
    }

    /** Whoever can hold grants. */
    private record People(
            AccountBook book,
            List<Team> named,
            List<TeamMember> membership,
            List<HolderLine> accounts,
            List<HolderLine> teams,
            List<Role> known,
            List<Invitation> waiting,
            List<HolderLine> invited,
            List<HolderLine> roles) {
        Optional<HolderLine> find(String holder) {
            return Stream.of(accounts, teams, invited, roles)
                    .flatMap(List::stream)
                    .filter(line -> line.value().equals(holder))
                    .findFirst();
        }

        List<HolderLine> within(HolderLine team, boolean inside) {
            List<String> subjects = membership.stream()
                    .filter(one -> one.team().toString().equals(team.id()))
                    .map(one -> one.subject().value())
                    .toList();
            return accounts.stream()
                    .filter(account -> subjects.contains(account.id()) == inside)
                    .toList();
        }
    }

    private People people(AccountBook book, List<AccessGrant> all, Visit visit, Locale language) {
        Instant now = clock.instant();
        var tenant = visit.viewer().tenant();
        List<Team> named = teams.all(tenant);
        List<TeamMember> membership = teams.members(tenant);
        Map<Subject, KeptOut.Why> out = members.keptOut(tenant);
        List<Invitation> waiting = invitations.waiting(visit.viewer());
        List<Role> known = roles.all(tenant);
        return new People(
                book,
                named,
                membership,
                book.accounts().stream()
                        .map(account -> HolderLine.of(
                                account,
                                Optional.ofNullable(out.get(account.subject())),
                                language,
                                inForce(all, new Holder.Person(account.subject()), now)))
                        .toList(),
                named.stream()
                        .map(team -> HolderLine.of(
                                team,
                                (int) membership.stream()
                                        .filter(one -> one.team().equals(team.id()))
                                        .count(),
                                inForce(all, new Holder.Team(team.id()), now)))
                        .toList(),
                known,
                waiting,
                waiting.stream()
                        .map(one -> HolderLine.of(one, language, inForce(all, new Holder.Invited(one.id()), now)))
                        .toList(),
                known.stream()
                        .filter(role -> !role.seesEveryCamera()) // a grant gives them nothing
                        .map(role -> HolderLine.of(role, language, inForce(all, new Holder.Everyone(role.key()), now)))
                        .toList());
    }

    private static long inForce(List<AccessGrant> all, Holder holder, Instant now) {
        return all.stream()
                .filter(grant -> grant.holder().equals(holder) && !grant.over(now))
                .count();
    }

    private View view(
            HttpServletRequest request,
            Visit visit,
            People people,
            List<AccessGrant> all,
            Optional<HolderLine> chosen,
            boolean unknown,
            FormInput form) {
        Targets targets = targets(visit, request);
        return Frame.view(
                request,
                visit,
                "people",
                "people/people",
                Map.ofEntries(
                        Map.entry("accounts", people.accounts()),
                        Map.entry("teams", people.teams()),
                        Map.entry("roles", people.roles()),
                        Map.entry("complete", people.book().complete()),
                        Map.entry("chosen", chosen.stream().toList()),
                        Map.entry("unknown", unknown),
                        Map.entry("appointable", appointable(visit, people, chosen, Languages.of(request))),
                        Map.entry("invited", invited(people, chosen, form)),
                        Map.entry("invitation", invitation(visit, people, chosen, Languages.of(request))),
                        Map.entry("inviteRoles", inviteRoles(visit)),
                        Map.entry("inviteDays", DAYS),
                        Map.entry("membership", membership(visit, people, chosen, all)),
                        Map.entry("members", members(people, chosen, true)),
                        Map.entry("others", members(people, chosen, false)),
                        Map.entry("grants", lines(people, all, chosen, targets, Languages.of(request))),
                        Map.entry("choice", targets.choice(form.text("find"), form.text("target"))),
                        Map.entry(
                                "actions",
                                Stream.of(Action.values()).map(Enum::name).toList()),
                        Map.entry("days", HoursText.days(Languages.of(request))),
                        Map.entry("form", form)));
    }

    private static InvitedPage invited(People people, Optional<HolderLine> chosen, FormInput form) {
        String wanted = form.text(INVITED);
        return InvitedPage.of(people.invited(), wanted.isEmpty() ? 0 : Asked.number(INVITED, wanted), chosen);
    }

    /** The invitation that is chosen, if one is. */
    private List<InvitationLine> invitation(Visit visit, People people, Optional<HolderLine> chosen, Locale language) {
        return people.waiting().stream()
                .filter(one -> chosen.filter(line -> line.kind().equals("invitation")
                                && line.id().equals(one.id().toString()))
                        .isPresent())
                .map(one -> InvitationLine.of(
                        one,
                        people.book().name(one.invitedBy()),
                        visit.viewer().role().appoints(one.role()),
                        zone(visit),
                        clock.instant(),
                        language))
                .toList();
    }

    private ZoneId zone(Visit visit) {
        return sites.all(visit.viewer()).stream().findFirst().map(Site::zone).orElse(ZoneOffset.UTC);
    }

    private static List<String> inviteRoles(Visit visit) {
        return Stream.of(Role.VIEWER, Role.EDITOR, Role.ADMIN, Role.OWNER)
                .filter(visit.viewer().role()::appoints)
                .map(role -> role.key().value())
                .toList();
    }

    /** What the reader may do about the membership of the chosen person; nothing when that is not for them to do. */
    private static List<MembershipLine> membership(
            Visit visit, People people, Optional<HolderLine> chosen, List<AccessGrant> all) {
        return chosen
                .filter(line -> line.kind().equals("person"))
                .filter(line -> people.known().stream()
                        .filter(role -> role.key().value().equals(line.role()))
                        .anyMatch(role -> KeepOut.may(visit.viewer(), new Subject(line.id()), role)))
                .map(line -> MembershipLine.of(line.keptOut(), new Subject(line.id()), all))
                .stream()
                .toList();
    }

    /** The roles the reader may give this person; none when theirs is not for the reader to change. */
    private static List<Appointment> appointable(
            Visit visit, People people, Optional<HolderLine> chosen, Locale language) {
        return chosen.filter(line -> line.kind().equals("person")).stream()
                .flatMap(line -> people.known().stream()
                        .filter(role -> role.key().value().equals(line.role()))
                        .flatMap(now -> people.known().stream().filter(role -> Appoint.may(visit.viewer(), now, role))))
                .map(role -> Appointment.of(role, language))
                .toList();
    }

    private static List<HolderLine> members(People people, Optional<HolderLine> chosen, boolean inside) {
        return chosen.filter(line -> line.kind().equals("team"))
                .map(team -> people.within(team, inside))
                .orElse(List.of());
    }

    private List<GrantLine> lines(
            People people, List<AccessGrant> all, Optional<HolderLine> chosen, Targets targets, Locale language) {
        List<AccessGrant> theirs = all.stream()
                .filter(grant -> chosen.filter(line -> line.is(grant.holder())).isPresent())
                .toList();
        Map<String, Target> about = targets.of(theirs);
        HolderNames names = HolderNames.of(people.book(), people.named(), people.known(), language);
        Instant now = clock.instant();
        return theirs.stream()
                .flatMap(grant -> Optional.ofNullable(about.get(Target.value(grant.what())))
                        .map(target -> GrantLine.of(grant, target, names, now, language))
                        .stream())
                .toList();
    }
}
