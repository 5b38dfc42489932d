package io.vedette.hub.cameras.grants;

import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Subject;

/** Who is given something. */
public sealed interface Holder {
    record Person(Subject subject) implements Holder {}

    /** Whoever is in the team at the moment of asking. */
    record Team(TeamId team) implements Holder {}

    /** Nobody yet: whoever takes up the invitation holds it then. */
    record Invited(InvitationId invitation) implements Holder {}

    /** Whoever has this role at the moment of asking. */
    record Everyone(RoleKey role) implements Holder {}
}
