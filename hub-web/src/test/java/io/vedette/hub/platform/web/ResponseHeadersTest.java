package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import io.vedette.hub.platform.config.HubSettings.NetworkSettings;
import io.vedette.hub.platform.config.LogFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {
    @Test
    void anotherSiteCannotShowAnAnswerNorPutItIntoAFrame() {
        Map<String, String> headers = of("http://127.0.0.1:1");

        assertThat(headers)
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "same-origin");
        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                .doesNotContain("unsafe-");
    }

    @Test
    void noBrowserKeepsAnAnswerForWhoeverComesNext() {
        assertThat(of("http://127.0.0.1:1")).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void whereThereIsTlsABrowserIsToldToStayWithIt() {
        assertThat(of("https://cameras.example.org")).containsKey("Strict-Transport-Security");
        assertThat(of("http://127.0.0.1:1")).doesNotContainKey("Strict-Transport-Security");
    }

    private static Map<String, String> of(String publicUrl) {
        Map<String, String> headers = new HashMap<>();
        new ResponseHeaders(settings(publicUrl)).set((HttpServletResponse) Proxy.newProxyInstance(
                ResponseHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("setHeader");
                    return headers.put((String) given[0], (String) given[1]);
                }));
        return headers;
    }

    private static HubSettings settings(String publicUrl) {
        return new HubSettings(
                URI.create(publicUrl),
                new NetworkSettings(InetAddress.getLoopbackAddress(), Set.of(), false),
                new DatabaseSettings("", "", new Secret(""), "", new Secret("")),
                new LoginSettings(URI.create("http://127.0.0.1:2/realms/vedette"), "hub", new Secret("")),
                new Secret(""),
                new HubSettings.StoreSettings(new Secret(""), Set.of(), Optional.empty()),
                Path.of(""),
                Path.of(""),
                Optional.empty(),
                LogFormat.TEXT,
                HubSettings.AuditSettings.NOWHERE,
                Optional.empty());
    }
}
