package io.vedette.hub.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.vaults.accounts.AccountKind;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccountId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BeatBodiesTest {
    private static final byte[] BEAT = {'{', '}'};
    private final BeatBodies bodies = new BeatBodies();

    @Test
    void oneAccountCannotKeepAnotherWaiting() throws IOException {
        Admitted in = account();

        byte[] read = bodies.read(in, slow(in, Places.OF_ACCOUNT - 1, () -> {
            assertThatThrownBy(() -> bodies.read(in, beat()))
                    .as("it has no more places")
                    .isInstanceOf(Refusal.class);
            assertThat(bodies.read(account(), beat())).isEqualTo(BEAT);
        }));

        assertThat(read).isEqualTo(BEAT);
        assertThat(bodies.read(in, beat())).as("afterwards").isEqualTo(BEAT);
    }

    private interface Meanwhile {
        void run() throws IOException;
    }

    /** A body that, before its first byte, has so many further ones read by the same account, one within the other. */
    private InputStream slow(Admitted in, int further, Meanwhile last) {
        return new ByteArrayInputStream(BEAT) {
            private boolean done;

            @Override
            public int read(byte[] buffer) throws IOException {
                if (!done) {
                    done = true;
                    if (further == 0) {
                        last.run();
                    } else {
                        assertThat(bodies.read(in, slow(in, further - 1, last))).isEqualTo(BEAT);
                    }
                }
                return super.read(buffer);
            }
        };
    }

    private static InputStream beat() {
        return new ByteArrayInputStream(BEAT);
    }

    private static Admitted account() {
        return new Admitted(TenantId.fresh(), VaultAccountId.fresh(), AccountKind.KERBEROS);
    }
}
