package io.vedette.hub.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.VaultAccount.Pair;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongKeysTest {
    private static final String HERE = "192.0.2.7";
    private final AtomicLong nanos = new AtomicLong(-5);
    private final WrongKeys wrong = new WrongKeys(nanos::get);

    @Test
    void whoShowsTooManyIsNotLookedAtUntilAMinuteHasPassed() {
        for (int i = 0; i < WrongKeys.MOST; i++) {
            assertThat(wrong.tooMany(HERE)).isFalse();
            assertThat(wrong.shutOut(HERE)).isFalse();
        }

        assertThat(wrong.tooMany(HERE)).isTrue();
        assertThat(wrong.shutOut(HERE)).isTrue();
        assertThat(wrong.shutOut("192.0.2.8")).as("another address").isFalse();

        pass(61);
        assertThat(wrong.shutOut(HERE)).isFalse();
        assertThat(wrong.tooMany(HERE)).isFalse();
    }

    @Test
    void oneThatShowedRightOnesLatelyIsLookedAtWhoeverElseIsBehindItsAddress() {
        wrong.right(HERE);
        tooMany();
        assertThat(wrong.shutOut(HERE)).isFalse();

        pass(601);
        tooMany();
        assertThat(wrong.shutOut(HERE)).isTrue();
    }

    @Test
    void moreAddressesDoNotMakeMoreLinesThanTheLogShallHave() {
        for (int i = 0; i < 1000; i++) {
            wrong.tooMany("192.0.2." + i);
        }
        assertThat(wrong.told()).isEqualTo(WrongKeys.MOST_TOLD);

        pass(61);
        wrong.tooMany(HERE);
        assertThat(wrong.told()).isEqualTo(1);
    }

    @Test
    void rightKeysFromWhereTooManyWereWrongAreNotLookedAtEither(@TempDir Path vault) {
        var kerberos = new KerberosScene(vault);
        Pair pair = kerberos.pair(AccountLimits.USUAL).pair();
        var keys = new Keys(kerberos.admit, wrong);
        tooMany();

        assertThat(keys.admit(Side.VAULT, shown(pair, pair.secret())))
                .as("it costs no question to the database")
                .isEmpty();
        pass(61);
        assertThat(keys.admit(Side.VAULT, shown(pair, new Secret("another")))).isEmpty();
        assertThat(keys.admit(Side.VAULT, shown(pair, pair.secret()))).isPresent();
        tooMany();
        assertThat(keys.admit(Side.VAULT, shown(pair, pair.secret())))
                .as("by now it is known there")
                .isPresent();
    }

    private void tooMany() {
        for (int i = 0; i <= WrongKeys.MOST; i++) {
            wrong.tooMany(HERE);
        }
    }

    private void pass(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static HttpServletRequest shown(Pair pair, Secret secret) {
        Map<String, String> headers = Map.of(
                "X-Kerberos-Storage-AccessKey", pair.accessKey().text(),
                "X-Kerberos-Storage-SecretAccessKey", secret.reveal());
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getAttribute" -> HERE;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
