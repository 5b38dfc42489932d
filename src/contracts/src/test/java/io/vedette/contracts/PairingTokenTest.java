package io.vedette.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.pairing.PairingToken;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTokenTest {
    private final PairingToken token = PairingToken.fresh(TenantId.fresh(), new SecureRandom());

    @Test
    void aTokenCanBeCopiedByAPerson() {
        assertThat(PairingToken.of(" " + token.reveal() + "\n")).isEqualTo(token);
    }

    @Test
    void theSecretNeverShowsInALog() {
        assertThat(token.toString())
                .doesNotContain(token.reveal().substring(42))
                .contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vdp1", "vdp1..", "vdp2.00000000-0000-0000-0000-000000000000.AAAAAAAAAAAAAAAAAAAAAA"})
    void anythingElseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> PairingToken.of(text)).hasMessageContaining("not a pairing token");
    }
}
