package io.vedette.e2e.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.house.Drill;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Now;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time that was asked for arrives although the hub dies while it comes. */
@EndToEnd
@Order(61)
class HubKilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int KILLS = 4;
    private static final int RECORDINGS = 4;

    private House house;
    private Stack stack;
    private HubApi api;
    private String dock;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
        dock = stack.camera(Seed.DOCK).toString();
        signIn();
    }

    @AfterEach
    void leave() {
        house.mend();
    }

    private void signIn() {
        api = house.browser().asOwner().api();
    }

    @Test
    @Drill
    void aHubThatIsKilledAgainAndAgainHasEachRecordingOnceAndAsItWasRecorded(@TempDir Path folder) {
        Patiently.until("recordings at the edge", PATIENCE, () -> atTheEdge().size() >= RECORDINGS);
        List<String> wanted = atTheEdge();
        Instant to = Now.utc();
        String wish = """
                {"request": "%s", "cameras": ["%s"], "from": "%s", "to": "%s"}
                """.formatted(UUID.randomUUID(), dock, to.minus(Duration.ofHours(24)), to);
        JsonNode span = ask(wish, 202);
        assertThat(span.path("asked").asInt()).isGreaterThanOrEqualTo(wanted.size());

        int killed = 0;
        do {
            stack.kill("hub");
            killed++;
            stack.restart("hub");
            signIn();
            assertThat(ask(wish, 200).path("span"))
                    .as("asking again is asking once")
                    .isEqualTo(span.path("span"));
        } while (killed < KILLS && open(span));

        Patiently.until("all of it to be here", PATIENCE, () -> !open(span));
        JsonNode progress = look(span).path("progress");
        assertThat(progress.path("stored").asInt()).isEqualTo(span.path("asked").asInt());
        assertThat(progress.path("received").asLong())
                .isEqualTo(progress.path("bytes").asLong());
        for (String recording : wanted) {
            assertThat(Recorded.get(api, recording).fetch(api, folder))
                    .as("fetched, with the hash that the agent told")
                    .exists();
            assertThat(files(recording)).as("recording %s", recording).hasSize(1);
        }
        System.out.println(wanted.size() + " recordings came whole through " + killed + " kills of the hub");
    }

    private List<String> atTheEdge() {
        return Recorded.of(api, dock).stream()
                .filter(one -> one.place().equals("edge"))
                .map(Recorded::id)
                .toList();
    }

    private JsonNode ask(String wish, int status) {
        Answer answer = api.post("/api/v1/t/acme/uploads", wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    private JsonNode look(JsonNode span) {
        return api.get("/api/v1/t/acme/spans/" + span.path("span").asText()).json();
    }

    private boolean open(JsonNode span) {
        JsonNode progress = look(span).path("progress");
        return progress.path("waiting").asInt() + progress.path("moving").asInt() > 0;
    }

    /** What the vault holds of a recording. */
    private List<Path> files(String recording) {
        try (Stream<Path> all = Files.walk(stack.folder().resolve("vault").resolve("blobs"))) {
            return all.filter(path -> path.getFileName().toString().equals(recording + ".mp4"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
