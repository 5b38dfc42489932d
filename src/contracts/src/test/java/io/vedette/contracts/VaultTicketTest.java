package io.vedette.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.link.VaultTicket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaultTicketTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

    private final TenantId tenant = TenantId.fresh();
    private final AgentId vault = AgentId.fresh();
    private final VaultTicket ticket = new VaultTicket(AgentId.fresh(), CameraId.fresh(), NOON);
    private KeyPair hub;
    private String text;

    @BeforeEach
    void theHubSigns() throws GeneralSecurityException {
        hub = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        text = ticket.signed(tenant, vault, this::sign);
    }

    @Test
    void theVaultReadsWhatTheHubSignedForIt() {
        assertThat(VaultTicket.read(text, tenant, vault, hub.getPublic().getEncoded()))
                .contains(ticket);
    }

    @Test
    void aTicketForAnotherVaultOrTenantIsNone() {
        byte[] key = hub.getPublic().getEncoded();

        assertThat(VaultTicket.read(text, tenant, AgentId.fresh(), key)).isEmpty();
        assertThat(VaultTicket.read(text, TenantId.fresh(), vault, key)).isEmpty();
    }

    @Test
    void aTicketOfAnotherHubIsNone() throws GeneralSecurityException {
        byte[] other = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();

        assertThat(VaultTicket.read(text, tenant, vault, other)).isEmpty();
    }

    @Test
    void aTicketIsNotBentToAnotherCameraAgentOrHour() {
        String[] parts = text.split("\\.");
        byte[] key = hub.getPublic().getEncoded();

        assertThat(VaultTicket.read(
                        String.join(".", AgentId.fresh().toString(), parts[1], parts[2], parts[3]), tenant, vault, key))
                .isEmpty();
        assertThat(VaultTicket.read(
                        String.join(".", parts[0], CameraId.fresh().toString(), parts[2], parts[3]),
                        tenant,
                        vault,
                        key))
                .isEmpty();
        assertThat(VaultTicket.read(String.join(".", parts[0], parts[1], parts[2] + "0", parts[3]), tenant, vault, key))
                .isEmpty();
    }

    @Test
    void whatIsNoTicketIsRefusedWithoutAFault() {
        byte[] key = hub.getPublic().getEncoded();

        for (String wrong : new String[] {"", "...", "a.b.c.d", text + ".", text.substring(1), "x".repeat(10_000)}) {
            assertThat(VaultTicket.read(wrong, tenant, vault, key)).isEmpty();
        }
    }

    private String sign(byte[] message) {
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
