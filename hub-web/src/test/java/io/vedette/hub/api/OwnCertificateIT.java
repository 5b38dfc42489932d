package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vedette.hub.platform.config.TestCertificate;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hub with a certificate of its own and no proxy, started as its container starts it. */
class OwnCertificateIT {
    private static final String PASSWORD = "gK3v \"W8sJ\\q2 Zx7Lr5";

    @Test
    @Timeout(180)
    void fromAnotherMachineItAnswersByTlsAndByNothingElse(@TempDir Path folder) throws Exception {
        var own = OwnAddress.beyondLoopback();
        assumeThat(own).as("an address beyond loopback").isPresent();
        String host = own.get().getHostAddress();
        Path file = TestCertificate.write(folder, "hub", PASSWORD, "ip:" + host);
        int port = HubProcess.freePort();
        URI https = URI.create("https://" + host + ":" + port);
        RunningHub hub = RunningHub.fresh(
                "own-certificate.log",
                Map.of(
                        "VEDETTE_PUBLIC_URL", https.toString(),
                        "VEDETTE_BIND_ADDRESS", host,
                        "VEDETTE_TLS_KEYSTORE", file.toString(),
                        "VEDETTE_TLS_KEYSTORE_PASSWORD", PASSWORD,
                        "VEDETTE_TLS_PORT", Integer.toString(port)),
                List.of("/bin/sh", Path.of("..", "docker", "hub", "start").toString()));
        try {
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trust(file)).build();

            HttpResponse<String> health = get(trusting, https.resolve("/health/live"));
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");

            HttpResponse<String> page = get(trusting, https.resolve("/t/acme"));
            assertThat(page.statusCode()).as("on to the sign-in").isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElseThrow())
                    .contains("redirect_uri=https%3A%2F%2F" + host + "%3A" + port);
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));

            assertThat(firstWordOfALiveView(trusting, https, hub)).contains("\"state\":\"offline\"");

            URI plain = URI.create("http://" + host + ":" + hub.address.getPort() + "/t/acme");
            HttpResponse<String> refused = get(trusting, plain);
            assertThat(refused.statusCode()).isEqualTo(421);
            assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
            hub.hub.awaitLine(line -> line.contains("plain http") && line.contains(host));

            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), https)).isInstanceOf(SSLHandshakeException.class);
            assertThat(hub.process.info().commandLine().orElse("")).doesNotContain("gK3v");
            assertThat(hub.hub.said()).noneMatch(line -> line.contains("gK3v"));
        } finally {
            hub.process.destroyForcibly();
        }
    }

    /** Pages, the interface and sockets go by the same listener. */
    private static String firstWordOfALiveView(HttpClient client, URI https, RunningHub hub) throws Exception {
        var first = new CompletableFuture<String>();
        client.newWebSocketBuilder()
                .header("Origin", https.toString())
                .header("Cookie", hub.ownerCookies())
                .buildAsync(
                        URI.create(https.toString().replaceFirst("https", "wss") + "/t/acme/socket/live/" + hub.camera),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                first.complete(text.toString());
                                return CompletableFuture.completedFuture(null);
                            }
                        })
                .join();
        return first.get(30, TimeUnit.SECONDS);
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trust(Path certificate) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            own.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hub", own.getCertificate("hub"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
