package io.vedette.e2e.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.contracts.Secret;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.look.PageCheck;
import io.vedette.e2e.time.Patiently;
import io.vedette.example.Listener;
import io.vedette.example.Settings;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example beside a whole stack: a recording is stored, the webhook tells of it, and what was seen shows. */
@EndToEnd
class AnalysisIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_LOOK = Duration.ofSeconds(30);
    private static final String KEY = "a key that both sides know";
    private static final String ACME = "/api/v1/t/acme";

    private final PageCheck check = new PageCheck();
    private final House house;
    private final URI hub;
    private final String gate;
    private final SignedIn owner;
    private final HubApi api;
    private String token = "";
    private String integration = "";
    private Listener example;

    AnalysisIT(House house) {
        this.house = house;
        hub = house.stack().hub();
        gate = house.stack().camera(Seed.GATE).toString();
        owner = house.browser().asOwner();
        api = owner.api();
    }

    @BeforeEach
    void theExampleIsToldOfRecordings() throws IOException {
        token = token("REPLAY\",\"ANALYSE\",\"EVERY_CAMERA");
        example =
                Listener.open(new Settings(hub, new Secret(token), new Secret(KEY), "127.0.0.1", 0), Clock.systemUTC());
        Answer added = api.post(
                ACME + "/integrations",
                "{\"name\": \"Example\", \"kind\": \"WEBHOOK\", \"settings\": {\"address\": \"" + example.address()
                        + "\", \"key\": \"" + KEY + "\"}}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        integration = added.json().path("id").asText();
    }

    @AfterEach
    void end() {
        api.delete(ACME + "/integrations/" + integration);
        example.close();
    }

    @Test
    void whatTheExampleSawIsFoundByProgramsAndShownToPeople() {
        String recording = Patiently.the("a recording at which the example looked", PATIENCE, this::looked);
        JsonNode run = runs(api, recording).path("analyses").path(0);
        JsonNode first = run.path("detections").path(0);
        String label = first.path("label").asText();

        assertThat(run.path("run").asText()).isEqualTo(recording + ".stored");
        assertThat(label).isIn("bright", "dark");
        assertThat(ids(found(api, label))).contains(recording);
        assertThat(ids(found(api, "no-such-thing"))).isEmpty();

        owner.open("/t/acme/found?label=" + label + "&camera=" + gate);
        Page page = owner.page();
        Locator row = page.locator("tr[data-recording='" + recording + "']");
        assertThat(row.locator("a[data-label='" + label + "']").innerText()).isEqualTo(label);
        check.look("found by label", page);
        row.locator("th a").first().click();
        assertThat(page.locator("#seen").innerText()).contains("by example 1.0", label, "% sure");
        check.look("recording with labels", page);
        assertThat(check.wrong()).isEmpty();
        Locator moment = page.locator("#seen a[data-seek]").first();
        assertThat(moment.getAttribute("href")).contains("/media/" + recording + ".mp4#t=");
        moment.click();
        Patiently.until("the recording to play", A_LOOK, () ->
                (boolean) page.locator("#player video").evaluate("it => it.currentTime > 0.1"));
    }

    @Test
    void aRunIsKeptOnceAndOnlyByWhoMayWriteLabels() {
        String recording = Patiently.the("a recording at which the example looked", PATIENCE, this::looked);
        ObjectNode run = (ObjectNode) runs(api, recording).path("analyses").path(0);
        String address = ACME + "/recordings/" + recording + "/analyses";
        HubApi program = HubApi.withToken(hub, token);
        HubApi reader = HubApi.withToken(hub, token("REPLAY\",\"EVERY_CAMERA"));

        assertThat(program.post(address, run.toString()).status()).isEqualTo(200);
        assertThat(reader.post(address, run.toString()).status()).isEqualTo(403);
        assertThat(runs(reader, recording)).isEqualTo(runs(api, recording));
        run.withObject("/engine").put("version", "2.0");
        assertThat(program.post(address, run.toString()).status()).isEqualTo(409);
        HubApi guest = house.browser().asGuest().api();
        assertThat(guest.get(address).status()).isEqualTo(404);
        assertThat(ids(found(guest, "bright"))).isEmpty();
    }

    private Optional<String> looked() {
        return Recorded.of(api, gate).reversed().stream()
                .filter(Recorded::inVault)
                .limit(5)
                .map(Recorded::id)
                .filter(id -> !runs(api, id).path("analyses").isEmpty())
                .findFirst();
    }

    private static JsonNode runs(HubApi asker, String recording) {
        Answer answer = asker.get(ACME + "/recordings/" + recording + "/analyses");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode found(HubApi asker, String label) {
        return asker.get(ACME + "/found?label=" + URLEncoder.encode(label, StandardCharsets.UTF_8))
                .json();
    }

    private static Iterable<String> ids(JsonNode list) {
        return StreamSupport.stream(list.path("recordings").spliterator(), false)
                .map(one -> one.path("id").asText())
                .toList();
    }

    private String token(String permissions) {
        Answer made = api.post(
                ACME + "/me/tokens",
                "{\"name\": \"Example\", \"permissions\": [\"" + permissions + "\"], \"days\": 1}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("token").asText();
    }
}
