package io.vedette.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hub.example.org",
                "https://hub.example.org:8443/",
                "http://127.0.0.1:8080",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void addressesThatKeepASecretAreTaken(String text) {
        assertThat(HubAddress.of(text).port()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hub.example.org",
                "http://192.168.1.2:8080",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "https://user@hub.example.org",
                "https://hub.example.org/path",
                "https://hub.example.org?x=1",
                "ftp://hub.example.org",
                "hub.example.org",
                "https://",
                "not an address"
            })
    void otherAddressesAreRefusedInWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubAddress.of(text))
                .withMessageMatching("[A-Z].*[.a-z/]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative", "//elsewhere.example.org/x", "/a b", "/a\r\nHost: x", "/a#b", ""})
    void aPathThatWouldLeadElsewhereIsRefused(String path) {
        HubAddress hub = HubAddress.of("https://hub.example.org");

        assertThatIllegalArgumentException().isThrownBy(() -> hub.socket(path));
    }

    @Test
    void socketsUseTheSameHostAndTheSameSafety() {
        assertThat(HubAddress.of("https://hub.example.org").socket("/ws/agent"))
                .hasToString("wss://hub.example.org/ws/agent");
        assertThat(HubAddress.of("http://127.0.0.1:81/").socket("/ws/agent")).hasToString("ws://127.0.0.1:81/ws/agent");
    }
}
