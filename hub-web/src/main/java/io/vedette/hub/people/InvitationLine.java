package io.vedette.hub.people;

import io.vedette.hub.access.Invitation;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * An invitation that waits, for the page of people.
 *
 * @param over whether its end has come
 * @param sent whether a mail has left
 * @param mine whether the reader may take it back
 */
public record InvitationLine(
        String id,
        String email,
        String role,
        String invitedBy,
        Moment until,
        boolean over,
        boolean sent,
        boolean mine) {
    static InvitationLine of(
            Invitation one, String invitedBy, boolean mine, ZoneId zone, Instant now, Locale language) {
        return new InvitationLine(
                one.id().toString(),
                one.email().value(),
                one.role().key().value(),
                invitedBy,
                Moment.of(one.until(), zone, now, language),
                one.over(now),
                one.sentAt().isPresent(),
                mine);
    }
}
