package io.vedette.agent.vault;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.VaultTicket;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may bring: whoever shows a ticket that the hub signed for this vault. The hub itself is not asked, so that recordings are
 * safe also while it is out of reach.
 *
 * @param hubKey the one the hub answered the pairing with, encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tickets(TenantId tenant, AgentId vault, byte[] hubKey, HubTime time) {
    /** So much may the clocks of hub and vault differ. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final String SCHEME = "Vedette ";

    /** What a ticket is good for. */
    public sealed interface Admission {
        record Admitted(VaultTicket ticket) implements Admission {}

        /** It was good. */
        record Over() implements Admission {}

        /** None, or not of this hub for this vault. */
        record Stranger() implements Admission {}
    }

    Admission admit(Optional<String> authorization) {
        Optional<VaultTicket> ticket = authorization
                .filter(text -> text.startsWith(SCHEME))
                .flatMap(text -> VaultTicket.read(text.substring(SCHEME.length()), tenant, vault, hubKey));
        if (ticket.isEmpty()) {
            return new Admission.Stranger();
        }
        return ticket.get().until().plus(GRACE).isAfter(time.now())
                ? new Admission.Admitted(ticket.get())
                : new Admission.Over();
    }
}
