package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives where the settings do not want it is refused by the hub, whatever the server listens to. */
class MisdirectedIT {
    private static final RunningHub HUB = RunningHub.get();

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/t/acme", "/health/live", "/assets/base.css", "/get/vedette-agent.jar.sha256", "/api/v1/me"
            })
    void aHubForThisMachineAnswersNothingThatArrivesAtAnotherAddress(String path) {
        HttpResponse<String> answer = HUB.send(past(HUB, path).header("Authorization", "Bearer " + HUB.ownerToken()));

        assertThat(answer.statusCode()).isEqualTo(421);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        HUB.hub.awaitLine(line -> line.contains("VEDETTE_BIND_ADDRESS is 127.0.0.1"));
        assertThat(HUB.send(HUB.to("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(180)
    void whatComesPastTheNamedProxyIsRefusedAndTheLogSaysWhoItWas() {
        RunningHub hub = RunningHub.fresh(
                "past-the-proxy.log",
                Map.of("VEDETTE_BIND_ADDRESS", "0.0.0.0", "VEDETTE_TRUSTED_PROXIES", "203.0.113.7"));
        try {
            HttpResponse<String> page = hub.send(past(hub, "/t/acme").header("X-Forwarded-For", "203.0.113.7"));
            HttpResponse<String> program = hub.send(past(hub, "/api/v1/t/acme/cameras")
                    .header("Authorization", "Bearer " + hub.ownerToken())
                    .header("Accept", "application/json"));

            assertThat(page.statusCode()).isEqualTo(421);
            assertThat(program.statusCode()).isEqualTo(421);
            assertThat(program.body()).contains("\"code\":\"misdirected\"").doesNotContain("203.0.113.7");
            hub.hub.awaitLine(line -> line.contains("past its proxy"));
            assertThat(hub.hub.said())
                    .filteredOn(line -> line.contains("past its proxy"))
                    .singleElement()
                    .asString()
                    .contains(OwnAddress.beyondLoopback().orElseThrow().getHostAddress(), "VEDETTE_TRUSTED_PROXIES");
            assertThat(hub.send(hub.to("/health/live")).statusCode())
                    .as("this machine may ask")
                    .isEqualTo(200);
        } finally {
            hub.process.destroyForcibly();
        }
    }

    /** A request to this machine's own address on its network, which also comes from there. */
    private static HttpRequest.Builder past(RunningHub hub, String path) {
        var own = OwnAddress.beyondLoopback();
        assumeThat(own).as("an address beyond loopback").isPresent();
        return HttpRequest.newBuilder(
                URI.create("http://" + own.get().getHostAddress() + ":" + hub.address.getPort() + path));
    }
}
