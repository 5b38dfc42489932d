package io.vedette.hub.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.stream.LongStream;

/** Requests by kind and by class of outcome, with how long they took. Any thread. */
@Singleton
public class RequestMeter {
    private static final String NAME = "vedette.http.request.duration";
    private static final long[] BOUNDS_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000};

    private final MeterRegistry meters;

    @Inject
    public RequestMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a request that has been answered. One that goes on (events, a socket) counts as it was handed over. */
    public void answered(HttpServletRequest request, int status, Duration took) {
        answered(request.getRequestURI(), status, took);
    }

    void answered(String path, int status, Duration took) {
        Timer.builder(NAME)
                .description("Requests answered, by kind and class of status")
                .tag("kind", RequestKind.of(path).label())
                .tag("outcome", outcome(status))
                .serviceLevelObjectives(LongStream.of(BOUNDS_MILLIS)
                        .mapToObj(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(meters)
                .record(took);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "upgraded";
            case 2 -> "success";
            case 3 -> "redirection";
            case 4 -> "client_error";
            default -> "server_error";
        };
    }
}
