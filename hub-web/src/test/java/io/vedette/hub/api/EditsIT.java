package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever edits says what they saw: nobody overwrites what somebody else has changed meanwhile. */
class EditsIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String TENANT = "/api/v1/t/acme";

    @TestFactory
    Stream<DynamicTest> anEditNamesTheVersionItWasDecidedOn() {
        return Map.of(
                        "/sites/" + HUB.site, "{\"name\":\"Renamed\",\"timeZone\":\"Europe/Paris\"}",
                        "/groups/" + HUB.group, "{\"name\":\"Renamed\"}",
                        "/cameras/" + HUB.camera, "{\"name\":\"Renamed\"}",
                        "/grants/" + HUB.grant, "{\"reason\":\"Renamed\",\"actions\":[\"LIVE\",\"REPLAY\"]}")
                .entrySet()
                .stream()
                .map(edit -> dynamicTest(edit.getKey(), () -> edits(TENANT + edit.getKey(), edit.getValue())));
    }

    private static void edits(String path, String wish) {
        String seen = tag(HUB.send(HUB.asOwner(path)));

        assertThat(patch(path, wish, null).statusCode()).as("no version named").isEqualTo(428);
        for (String other : new String[] {"\"4711\"", "W/" + seen, "\"never ours\"", "nonsense"}) {
            assertThat(patch(path, wish, other).statusCode()).as(other).isEqualTo(412);
        }
        assertThat(tag(HUB.send(HUB.asOwner(path)))).isEqualTo(seen);

        HttpResponse<String> changed = patch(path, wish, "\"4711\", " + seen);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("Renamed");
        assertThat(tag(changed)).isNotEqualTo(seen).isEqualTo(tag(HUB.send(HUB.asOwner(path))));
        assertThat(patch(path, wish, seen).statusCode())
                .as("decided on what is gone")
                .isEqualTo(412);
    }

    @Test
    void aGrantDoesNotMoveIntoThePast() {
        String path = TENANT + "/grants/" + HUB.grant;
        for (String until : new String[] {"\"2020-01-01T00:00:00Z\"", "\"tomorrow\"", "7"}) {
            assertThat(patch(path, "{\"until\":" + until + "}", "*").statusCode())
                    .as(until)
                    .isEqualTo(422);
        }
        assertThat(patch(path, "{\"account\":\"somebody else\"}", "*").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatWasMadeIsFoundWhereTheAnswerSays() {
        var request = HUB.asOwner(TENANT + "/groups").header("Content-Type", "application/json");
        HttpResponse<String> made =
                HUB.send(request.POST(BodyPublishers.ofString("{\"name\":\"New\",\"site\":\"" + HUB.site + "\"}")));

        String location = made.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(HUB.send(HUB.asOwner(location)).body()).isEqualTo(made.body());
    }

    private static HttpResponse<String> patch(String path, String wish, String match) {
        var request = HUB.asOwner(path).header("Content-Type", "application/json");
        if (match != null) {
            request.header("If-Match", match);
        }
        return HUB.send(request.method("PATCH", BodyPublishers.ofString(wish)));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
