package io.vedette.hub.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.kerberos.HearBeat.Heard;
import io.vedette.hub.kerberos.KerberosPresence.Stand;
import io.vedette.hub.vaults.accounts.AccountKind;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccount.Pair;
import io.vedette.lab.kerberos.OpenSslSalted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real database; time runs when it is told to. */
class HearBeatTest {
    private KerberosScene kerberos;
    private Pair pair;
    private Admitted in;

    @BeforeEach
    void keysOfAcmes(@TempDir Path vault) {
        kerberos = new KerberosScene(vault);
        var made = kerberos.pair(AccountLimits.USUAL);
        pair = made.pair();
        in = kerberos.in(made);
    }

    @Test
    void oneThatShowsItsKeysIsThereUntilItHasBeenSilentForThreeMinutes() {
        assertThat(kerberos.beats.hear(Optional.of(in), clear("device-1", true)))
                .isEqualTo(Heard.HEARD);

        assertThat(stand().here()).isTrue();
        assertThat(stand().connected()).isTrue();
        pass(Duration.ofSeconds(170));
        assertThat(stand().here()).isTrue();
        pass(Duration.ofSeconds(20));
        assertThat(stand().here()).isFalse();
    }

    @Test
    void itSaysWhetherItsCameraGivesPictures() {
        kerberos.beats.hear(Optional.of(in), clear("device-1", true));
        kerberos.beats.hear(Optional.of(in), clear("device-1", false));
        assertThat(stand().connected()).isFalse();

        kerberos.beats.hear(Optional.of(in), clear("device-1", true));
        assertThat(stand().connected()).isTrue();
    }

    @Test
    void oneThatIsEncryptedWithTheSecretNeedsNoKeysBesideIt() {
        assertThat(kerberos.beats.hear(encrypted(pair.secret(), clear("device-1", true))))
                .isEqualTo(Heard.HEARD);
        assertThat(stand().here()).isTrue();
    }

    @Test
    void oneThatIsEncryptedMayShowItsKeysToo() {
        byte[] beat = encrypted(pair.secret(), clear("device-1", true));

        assertThat(kerberos.beats.hear(Optional.of(in), beat)).isEqualTo(Heard.HEARD);
        assertThat(stands()).hasSize(1);
    }

    @Test
    void whatProvesNothingChangesNothing() {
        assertThat(kerberos.beats.hear(clear("device-1", true))).isEqualTo(Heard.UNPROVED);
        assertThat(kerberos.beats.hear(Optional.empty(), clear("device-1", true)))
                .isEqualTo(Heard.UNPROVED);
        assertThat(kerberos.beats.hear(encrypted(new Secret("another"), clear("device-1", true))))
                .isEqualTo(Heard.UNPROVED);

        assertThat(stands()).isEmpty();
        assertThat(kerberos.count("select count(d) from KerberosDevice d where d.tenant = :tenant"))
                .isZero();
    }

    @Test
    void aScriptsPairEncryptsNothing() {
        var script = kerberos.pair(kerberos.scene.owner, kerberos.site, AccountKind.SCRIPT, AccountLimits.USUAL);
        pair = script.pair();

        assertThat(kerberos.beats.hear(encrypted(pair.secret(), clear("device-1", true))))
                .isEqualTo(Heard.UNPROVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"key\":\"\"}", "{\"key\":7", "{\"key\":\"a\\u0000b\"}", "null", "\"a\""})
    void whatIsNoBeatIsSaidToBeNone(String text) {
        assertThat(kerberos.beats.hear(Optional.of(in), text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Heard.UNREADABLE);
    }

    @Test
    void oneThatIsNestedWithoutEndIsNone() {
        String deep = "{\"key\":\"a\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertThat(kerberos.beats.hear(Optional.of(in), deep.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Heard.UNREADABLE);
    }

    @Test
    void noMoreCamerasAppearByBeatsThanTheAccountMayBring() {
        Admitted one = kerberos.in(kerberos.pair(new AccountLimits(null, null, null, 1)));

        assertThat(kerberos.beats.hear(Optional.of(one), clear("device-1", true)))
                .isEqualTo(Heard.HEARD);
        assertThat(kerberos.beats.hear(Optional.of(one), clear("device-2", true)))
                .isEqualTo(Heard.NO_CAMERA);
    }

    private static byte[] clear(String device, boolean connected) {
        return ("{\"key\":\"" + device + "\",\"cameraname\":\"gate\",\"version\":\"v3.6.0\",\"cameraConnected\":\""
                        + connected + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] encrypted(Secret secret, byte[] beat) {
        String data = Base64.getEncoder().encodeToString(OpenSslSalted.encrypt(beat, secret));
        return ("{\"cloudpublicKey\":\"" + pair.accessKey().text() + "\",\"encrypted\":true,\"encryptedData\":\"" + data
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void pass(Duration time) {
        kerberos.nanos.addAndGet(time.toNanos());
    }

    private Stand stand() {
        return stands().values().iterator().next();
    }

    private Map<CameraId, Stand> stands() {
        return kerberos.scene.as(kerberos.scene.owner, () -> kerberos.presence.all(kerberos.scene.owner.tenant()));
    }
}
