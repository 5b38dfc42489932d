package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.platform.config.HubSettings.NetworkSettings;
import io.vedette.hub.platform.config.Ip;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "0:0:0:0:0:0:0:1, ::1, true",
        "192.0.2.10, 192.0.2.55, false",
        "192.0.2.10, 127.0.0.1, false",
        "'', 127.0.0.1, false"
    })
    void aHubForThisMachineAnswersNobodyElseEvenWhenItsServerListensToAll(String at, String from, boolean admitted) {
        assertThat(door("127.0.0.1").admits(at, from, false)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.1, true",
        "192.0.2.10, 2001:db8:0:0:0:0:0:2, true",
        "127.0.0.1, 127.0.0.1, true",
        "192.0.2.10, 192.0.2.99, false",
        "192.0.2.10, ::ffff:192.0.2.1, true",
        "192.0.2.10, proxy.example.org, false"
    })
    void behindAProxyOnlyTheProxyAndThisMachineMayAsk(String at, String from, boolean admitted) {
        assertThat(door("0.0.0.0", "192.0.2.1", "2001:db8::2").admits(at, from, false))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, '203.0.113.5', 203.0.113.5",
        "192.0.2.1, '198.51.100.1, 203.0.113.5', 203.0.113.5",
        "192.0.2.1, '198.51.100.1, 203.0.113.5, 192.0.2.2', 203.0.113.5",
        "192.0.2.1, 'not an address', 192.0.2.1",
        "192.0.2.1, '', 192.0.2.1",
        "192.0.2.99, '203.0.113.5', 192.0.2.99"
    })
    void whoAsksIsWhatATrustedProxySaysAndNothingThatAnybodyElseWrites(String from, String forwarded, String asker) {
        assertThat(door("0.0.0.0", "192.0.2.1", "192.0.2.2").asker(from, java.util.stream.Stream.of(forwarded)))
                .isEqualTo(asker);
    }

    @Test
    void anAddressBesideTheOneToListenOnIsRefused() {
        FrontDoor door = door("192.0.2.10", "192.0.2.1");

        assertThat(door.admits("192.0.2.10", "192.0.2.1", false)).isTrue();
        assertThat(door.admits("198.51.100.10", "192.0.2.1", false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 198.51.100.99, true, true",
        "192.0.2.10, 198.51.100.99, false, false",
        "127.0.0.1, 127.0.0.1, false, true",
        "198.51.100.10, 198.51.100.99, true, false"
    })
    void withACertificateOfItsOwnEverybodyMayAskByTlsAndOnlyThisMachineWithout(
            String at, String from, boolean secure, boolean admitted) {
        var door = new FrontDoor(new NetworkSettings(ip("192.0.2.10"), Set.of(), true));

        assertThat(door.admits(at, from, secure)).isEqualTo(admitted);
    }

    @Test
    void aProxyBeforeACertificateIsStillTheOnlyOneThatMayAsk() {
        var door = new FrontDoor(new NetworkSettings(ip("0.0.0.0"), Set.of(ip("192.0.2.1")), true));

        assertThat(door.admits("192.0.2.10", "192.0.2.1", true)).isTrue();
        assertThat(door.admits("192.0.2.10", "198.51.100.99", true)).isFalse();
    }

    private static FrontDoor door(String bind, String... proxies) {
        return new FrontDoor(new NetworkSettings(
                ip(bind), Arrays.stream(proxies).map(FrontDoorTest::ip).collect(Collectors.toSet()), false));
    }

    private static InetAddress ip(String text) {
        return Ip.parse(text).orElseThrow();
    }
}
