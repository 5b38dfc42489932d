package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.MovableClock;
import io.vedette.hub.agents.Tickets.Purpose;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What opens an upload, a picture or a publishing socket for an agent, and what does not. */
class TicketsTest {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private final Tickets tickets = new Tickets(new byte[32], clock, agent -> true);
    private final AgentRef agent = new AgentRef(TenantId.fresh(), AgentId.fresh(), CameraId.fresh());
    private final UUID object = UUID.randomUUID();
    private final String ticket = tickets.issue(Purpose.UPLOAD, agent, object, LIFE);

    @Test
    void aTicketIsGoodForWhatItWasIssuedForAndTellsWhose() {
        assertThat(tickets.check(ticket, Purpose.UPLOAD, object)).contains(agent);
        assertThat(tickets.inHeader("Vedette " + ticket)).contains(new Tickets.Ticket(Purpose.UPLOAD, agent, object));
    }

    @Test
    void noOtherPurposeAndNoOtherObject() {
        assertThat(tickets.check(ticket, Purpose.THUMBNAIL, object)).isEmpty();
        assertThat(tickets.check(ticket, Purpose.UPLOAD, UUID.randomUUID())).isEmpty();
    }

    /** Whoever turns a single bit has no ticket: neither another agent's, nor a longer one. */
    @Test
    void eachBitOfItIsSealed() {
        byte[] whole = Base64.getUrlDecoder().decode(ticket);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] turned = whole.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(turned);

            assertThat(tickets.check(forged, Purpose.UPLOAD, object))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    /** Of two tickets in one hand no third can be made. */
    @Test
    void theSealOfOneTicketFitsNoOther() {
        byte[] one = Base64.getUrlDecoder().decode(ticket);
        byte[] other = Base64.getUrlDecoder().decode(tickets.issue(Purpose.PUBLISH, agent, object, LIFE));
        System.arraycopy(other, other.length - 32, one, one.length - 32, 32);

        assertThat(tickets.check(Base64.getUrlEncoder().withoutPadding().encodeToString(one), Purpose.UPLOAD, object))
                .isEmpty();
        assertThat(new Tickets(new byte[] {1}, clock, any -> true).check(ticket, Purpose.UPLOAD, object))
                .as("another hub's key")
                .isEmpty();
    }

    @Test
    void itEndsAtItsVeryMoment() {
        clock.move(LIFE.minusSeconds(1));
        assertThat(tickets.check(ticket, Purpose.UPLOAD, object)).isPresent();

        clock.move(Duration.ofSeconds(1));

        assertThat(tickets.check(ticket, Purpose.UPLOAD, object)).isEmpty();
    }

    @Test
    void whatIsNoTicketAtAllIsRefusedWithoutAFault() {
        for (String text : new String[] {null, "", "?", "AAAA", ticket + ticket, "A".repeat(100_000)}) {
            assertThat(tickets.check(text, Purpose.UPLOAD, object)).isEmpty();
        }
        for (String header : new String[] {null, "", "Vedette", "Vedette ", ticket, "Bearer " + ticket}) {
            assertThat(tickets.inHeader(header)).as("%s", header).isEmpty();
        }
    }

    @Test
    void itIsWorthNoMoreThanTheAgentThatHoldsIt() {
        var ofNobody = new Tickets(new byte[32], clock, any -> false);

        assertThat(ofNobody.check(ticket, Purpose.UPLOAD, object)).isEmpty();
    }
}
