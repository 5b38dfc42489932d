package io.vedette.hub.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ViewerHandshakeTest {
    @Test
    void onlyTheHubsOwnPagesMayOpenASocket() {
        URI hub = URI.create("https://hub.example.org");

        assertThat(ViewerHandshake.ours(hub, "https://hub.example.org")).isTrue();
        assertThat(ViewerHandshake.ours(hub, "https://evil.example.org")).isFalse();
        assertThat(ViewerHandshake.ours(hub, "http://hub.example.org")).isFalse();
        assertThat(ViewerHandshake.ours(hub, "https://hub.example.org:8443")).isFalse();
        assertThat(ViewerHandshake.ours(hub, "https://hub.example.org.evil.org"))
                .isFalse();
        assertThat(ViewerHandshake.ours(hub, "null")).isFalse();
    }

    @Test
    void aMissingOriginIsForeign() {
        assertThat(ViewerHandshake.ours(URI.create("https://hub.example.org"), null))
                .isFalse();
    }

    @Test
    void thePortIsPartOfTheOriginUnlessItIsTheUsualOne() {
        assertThat(ViewerHandshake.ours(URI.create("http://127.0.0.1:8080/"), "http://127.0.0.1:8080"))
                .isTrue();
        assertThat(ViewerHandshake.ours(URI.create("https://Hub.example.org:443"), "https://hub.example.org"))
                .isTrue();
    }
}
