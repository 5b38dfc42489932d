package io.vedette.hub.people;

import io.vedette.hub.access.Invitation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that waits.
 *
 * @param sentAt absent when no mail has left
 */
public record InvitationDocument(
        String id,
        String email,
        String role,
        String invitedBy,
        Instant invitedAt,
        Instant until,
        @Nullable Instant sentAt) {
    static InvitationDocument of(Invitation one) {
        return new InvitationDocument(
                one.id().toString(),
                one.email().value(),
                one.role().key().value(),
                one.invitedBy().value(),
                one.invitedAt(),
                one.until(),
                one.sentAt().orElse(null));
    }

    /**
     * Those that nobody has come by yet, the latest first.
     *
     * @param next address of the next page; absent at the end
     */
    public record InvitationList(
            List<InvitationDocument> invitations, @Nullable String next) {}
}
