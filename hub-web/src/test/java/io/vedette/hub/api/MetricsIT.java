package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.Test;

/** The figures, as Prometheus gets them from the running hub. */
class MetricsIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String DURATION = "vedette_http_request_duration_seconds";

    @Test
    void onlyTheTokenOpensThem() {
        List<HttpRequest.Builder> strangers = List.of(
                HUB.to("/metrics"),
                HUB.to("/metrics").header("Cookie", HUB.ownerCookies()),
                HUB.asOwner("/metrics"),
                HUB.to("/metrics").header("Authorization", "Bearer " + RunningHub.METRICS_TOKEN + "x"),
                HUB.to("/metrics").header("Authorization", "Basic " + RunningHub.METRICS_TOKEN),
                withToken("/metrics").header("Authorization", "Bearer other"));
        for (HttpRequest.Builder stranger : strangers) {
            HttpResponse<String> answer = HUB.send(stranger);

            assertThat(answer.statusCode()).as(stranger.build().toString()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(answer.body()).doesNotContain("vedette_");
        }
        assertThat(HUB.send(withToken("/metrics")).statusCode()).isEqualTo(200);
        assertThat(HUB.send(withToken("/metrics").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void theTokenOpensNothingElse() {
        for (String path : List.of("/api/v1/me", "/api/v1/t/acme/cameras", "/openapi")) {
            assertThat(HUB.send(withToken(path)).statusCode()).as(path).isEqualTo(401);
        }
        for (String path : List.of("/metrics/", "/metrics/vendor", "/metrics;x", "//metrics")) {
            assertThat(HUB.send(withToken(path)).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void theyTellOfTheHubItsPoolAndItsMachine() throws IOException {
        List<MetricFamily> families = families();

        assertThat(families)
                .extracting(MetricFamily::getName)
                .contains(
                        "vedette_agents_connected",
                        "vedette_live_viewers",
                        "vedette_live_held_bytes",
                        "vedette_uploads_open",
                        "vedette_uploads_settled_total",
                        "vedette_recordings_stored_bytes_total",
                        "vedette_sign_ins_total",
                        DURATION,
                        "hikaricp_connections_active",
                        "jvm_memory_used_bytes",
                        "jvm_gc_pause_seconds",
                        "process_uptime_seconds")
                .doesNotHaveDuplicates();
        assertThat(gauge(families, "vedette_agents_connected")).isZero();
    }

    @Test
    void whoAsksForOpenMetricsGetsIt() {
        HttpResponse<String> answer = HUB.send(withToken("/metrics")
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/openmetrics-text");
        assertThat(answer.body()).endsWith("# EOF\n");
    }

    @Test
    void aRequestIsCountedByKindAndOutcomeAlsoWhereTheSignInRefusesIt() throws IOException {
        long answered = requests("api", "success");
        long refused = requests("api", "client_error");
        long sentOn = requests("page", "redirection");

        HUB.send(HUB.asOwner("/api/v1/me"));
        HUB.send(HUB.to("/api/v1/me"));
        HUB.send(HUB.to("/t/acme").header("Accept", "text/html"));

        assertThat(requests("api", "success")).isEqualTo(answered + 1);
        assertThat(requests("api", "client_error")).isEqualTo(refused + 1);
        assertThat(requests("page", "redirection")).isEqualTo(sentOn + 1);
    }

    @Test
    void aSignInIsCountedByHowItEnded() throws IOException {
        double finished = counter("vedette_sign_ins_total", "finished");
        double unfinished = counter("vedette_sign_ins_total", "unfinished");

        HUB.ownerCookies();
        HUB.send(HUB.to("/login/callback?state=none&code=none"));

        assertThat(counter("vedette_sign_ins_total", "finished")).isEqualTo(finished + 1);
        assertThat(counter("vedette_sign_ins_total", "unfinished")).isEqualTo(unfinished + 1);
    }

    @Test
    void labelsNameNeitherTenantNorPersonNorCamera() throws IOException {
        HUB.send(HUB.asOwner("/api/v1/t/acme/cameras/" + HUB.camera));
        Set<String> labels = new TreeSet<>();
        for (MetricFamily family : families()) {
            if (family.getName().startsWith("vedette_")) {
                family.getMetrics().forEach(one -> labels.addAll(one.getLabels().keySet()));
            }
        }

        assertThat(labels).containsExactlyInAnyOrder("kind", "outcome", "state");
        assertThat(HUB.send(withToken("/metrics")).body())
                .doesNotContain("acme", "owner", "guard", HUB.camera.toString(), HUB.site.toString());
    }

    private static HttpRequest.Builder withToken(String path) {
        return HUB.to(path).header("Authorization", "Bearer " + RunningHub.METRICS_TOKEN);
    }

    private static long requests(String kind, String outcome) throws IOException {
        return of(families(), DURATION).stream()
                .map(Histogram.class::cast)
                .filter(one -> kind.equals(one.getLabels().get("kind"))
                        && outcome.equals(one.getLabels().get("outcome")))
                .mapToLong(Histogram::getSampleCount)
                .sum();
    }

    private static double counter(String name, String outcome) throws IOException {
        return of(families(), name).stream()
                .map(Counter.class::cast)
                .filter(one -> outcome.equals(one.getLabels().get("outcome")))
                .mapToDouble(Counter::getValue)
                .sum();
    }

    private static double gauge(List<MetricFamily> families, String name) {
        return ((Gauge) of(families, name).getFirst()).getValue();
    }

    private static List<Metric> of(List<MetricFamily> families, String name) {
        return families.stream()
                .filter(family -> family.getName().equals(name))
                .flatMap(family -> family.getMetrics().stream())
                .toList();
    }

    private static List<MetricFamily> families() throws IOException {
        HttpResponse<String> answer = HUB.send(withToken("/metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        var collected = new CollectorPrometheusMetricsWalker();
        new TextPrometheusMetricsProcessor(
                        new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), collected)
                .walk();
        return collected.getAllMetricFamilies();
    }
}
