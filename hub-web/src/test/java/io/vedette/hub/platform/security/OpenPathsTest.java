package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/vendor",
                "//metrics",
                "/metrics;x",
                "//openapi",
                "/openapi/",
                "/openapi/ui",
                "/health",
                "/health/x",
                "/%68ealth",
                "/%6Detrics;x",
                "/%57EB-INF/web.xml",
                "/WEB-INF/web.xml",
                "//web-inf",
                "/META-INF/MANIFEST.MF"
            })
    void whatTheServerTellsOfItselfIsForNobody(String path) {
        assertThat(OpenPaths.closed(path)).isTrue();
        assertThat(OpenPaths.open(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t/acme;x.css", "/;jsessionid=1", "/t/acme/me/;/x.js", "/api/v1/me;x"})
    void anAddressWithParametersInItsPathIsForNobody(String path) {
        assertThat(OpenPaths.closed(path)).isTrue();
        assertThat(OpenPaths.closed(path.replaceAll(";[^/]*", ""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/ready",
                "/health/live",
                "/assets/frame.js",
                "/get/vedette-agent.jar",
                "/api/v1/pair",
                "/api/v1/pair-vault",
                "/kerberos/vault/ping"
            })
    void whatIsOpenStaysOpen(String path) {
        assertThat(OpenPaths.open(path)).isTrue();
        assertThat(OpenPaths.closed(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/t/acme",
                "/t/metrics",
                "/openapi",
                "/swagger/index.html",
                "/metricsx",
                "/api/v1/me",
                "/assets",
                "/kerberos"
            })
    void everythingElseNeedsASignIn(String path) {
        assertThat(OpenPaths.open(path)).isFalse();
        assertThat(OpenPaths.closed(path)).isFalse();
    }

    @Test
    void aTokenCountsAtTheInterfaceAndItsMediaAlone() {
        assertThat(List.of("/api/v1/me", "/openapi", "/t/acme/media/x.mp4", "/t/acme/socket/live/x"))
                .allMatch(OpenPaths::forPrograms);
        assertThat(List.of("/t/acme", "/", "/login/end", "/apis", "/ws/agent", "/t/acme/live"))
                .noneMatch(OpenPaths::forPrograms);
    }
}
