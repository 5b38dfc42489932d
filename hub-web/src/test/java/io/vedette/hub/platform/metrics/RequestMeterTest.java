package io.vedette.hub.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMeterTest {
    @ParameterizedTest
    @CsvSource({
        "/, 200, page, success",
        "/t/acme/cameras, 303, page, redirection",
        "/api/v1/t/acme/cameras, 404, api, client_error",
        "/t/acme/media/x.mp4, 206, media, success",
        "/intake/uploads/x, 204, intake, success",
        "/kerberos/vault/storage, 200, intake, success",
        "/ws/agent, 101, socket, upgraded",
        "/t/acme/socket/live/x, 101, socket, upgraded",
        "/assets/base.css, 304, asset, redirection",
        "/health/ready, 503, probe, server_error",
        "/metrics, 200, probe, success"
    })
    void aRequestIsCountedOnceAsWhatItIs(String path, int status, String kind, String outcome) {
        var meters = new SimpleMeterRegistry();

        new RequestMeter(meters).answered(path, status, Duration.ofMillis(40));

        assertThat(meters.getMeters()).filteredOn(Timer.class::isInstance).hasSize(1);
        assertThat(meters.get("vedette.http.request.duration")
                        .tags("kind", kind, "outcome", outcome)
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
