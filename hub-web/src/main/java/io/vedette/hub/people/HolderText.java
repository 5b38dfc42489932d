package io.vedette.hub.people;

import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.TeamId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A holder as forms carry it: {@code person:<subject>}, {@code team:<id>}, {@code invitation:<id>} or {@code role:<name>}. */
final class HolderText {
    private HolderText() {}

    static String of(Holder holder) {
        return switch (holder) {
            case Holder.Person person -> "person:" + person.subject();
            case Holder.Team members -> "team:" + members.team();
            case Holder.Invited invited -> "invitation:" + invited.invitation();
            case Holder.Everyone everyone -> "role:" + everyone.role();
        };
    }

    /** As the page of people is asked to show one. */
    static String query(Holder holder) {
        return switch (holder) {
            case Holder.Person person ->
                "account=" + URLEncoder.encode(person.subject().value(), StandardCharsets.UTF_8);
            case Holder.Team members -> "team=" + members.team();
            case Holder.Invited invited -> "invitation=" + invited.invitation();
            case Holder.Everyone everyone -> "role=" + everyone.role();
        };
    }

    /** Throws {@link IllegalArgumentException} for what is none. */
    static Holder read(String text) {
        String value = text.substring(text.indexOf(':') + 1);
        return switch (text.substring(0, Math.max(0, text.indexOf(':')))) {
            case "person" -> new Holder.Person(new Subject(value));
            case "team" -> new Holder.Team(TeamId.of(value));
            case "invitation" -> new Holder.Invited(InvitationId.of(value));
            case "role" -> new Holder.Everyone(new RoleKey(value));
            default -> throw new IllegalArgumentException("a holder is a person, a team or a role");
        };
    }
}
