package io.vedette.agent.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.vault.Tickets.Admission;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.link.VaultTicket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TenantId tenant = TenantId.fresh();
    private final AgentId vault = AgentId.fresh();

    @Test
    void aTicketEndsByTheHubsTimeAndNotByThatOfABoxWhoseClockIsWrong() throws Exception {
        KeyPair hub = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        HubTime time = new HubTime(Clock.fixed(NOON.plusSeconds(86_400), ZoneOffset.UTC));
        Tickets tickets = new Tickets(tenant, vault, hub.getPublic().getEncoded(), time);
        VaultTicket ticket = new VaultTicket(AgentId.fresh(), CameraId.fresh(), NOON.plusSeconds(3600));
        Optional<String> shown = Optional.of("Vedette " + ticket.signed(tenant, vault, bytes -> sign(hub, bytes)));

        assertThat(tickets.admit(shown)).isEqualTo(new Admission.Over());
        time.told(NOON);
        assertThat(tickets.admit(shown)).isEqualTo(new Admission.Admitted(ticket));
        time.told(NOON.plusSeconds(3600 + 119));
        assertThat(tickets.admit(shown)).isEqualTo(new Admission.Admitted(ticket));
        time.told(NOON.plusSeconds(3600 + 121));
        assertThat(tickets.admit(shown)).isEqualTo(new Admission.Over());
        assertThat(tickets.admit(Optional.empty())).isEqualTo(new Admission.Stranger());
    }

    private static String sign(KeyPair hub, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(hub.getPrivate());
            signature.update(message);
            return Signatures.text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
