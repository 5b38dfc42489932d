package io.vedette.e2e.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Drill;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.proxy.Direction;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@EndToEnd
@Order(50)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnDemandIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration CANCEL_STOPS = Duration.ofSeconds(2);
    private static final long CHUNK = 4L * 1024 * 1024;
    /** What may be lost between agent and hub at three breaks, with everything else the agent says meanwhile. */
    private static final long ON_ITS_WAY = 1024 * 1024;

    private static final Set<String> ASKED = new HashSet<>();

    private static SlowLine line;

    private House house;
    private Stack stack;
    private SignedIn owner;
    private HubApi api;

    @BeforeAll
    static void startTheAgent(House house) throws IOException {
        line = SlowLine.open(house);
    }

    @AfterAll
    static void stopTheAgent() throws IOException {
        if (line != null) {
            line.close();
        }
    }

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
        line.fast();
        signIn();
    }

    @AfterEach
    void leave() {
        house.mend();
    }

    private void signIn() {
        owner = house.browser().asOwner();
        api = owner.api();
    }

    @Test
    @Order(1)
    void itArrivesWholeThroughCutConnectionsAndAKilledHub(@TempDir Path folder) throws Exception {
        Recorded recorded = somethingAtTheEdge();
        line.slow();
        long before = line.proxy().received(Direction.TO_SERVER);
        Page page = owner.page();
        owner.open("/t/acme/recordings/" + recorded.id());
        page.locator("form[action$='/upload'] button").click();

        Locator shown = page.locator("vd-upload");
        Patiently.until("five rising offsets in the browser", PATIENCE, () -> offsets(shown) >= 5);
        line.proxy().cutNow();
        Patiently.until("bytes again after the first cut", PATIENCE, moreThan(recorded, received(recorded)));
        line.proxy().cutAfter(Direction.TO_SERVER, 100_000);
        Patiently.until("bytes again after the second cut", PATIENCE, moreThan(recorded, received(recorded) + 100_000));
        assertThat(upload(recorded).state(api)).as("still under way").isEqualTo("uploading");
        stack.kill("hub");
        stack.restart("hub");
        signIn();
        line.fast();

        Patiently.until(
                "the recording to be in the vault",
                PATIENCE,
                () -> Recorded.get(api, recorded.id()).inVault());
        Recorded stored = Recorded.get(api, recorded.id());
        Decoded decoded = RecordingReader.decode(stored.fetch(api, folder));
        assertThat(decoded.decodeErrors()).isZero();
        long sent = line.proxy().received(Direction.TO_SERVER) - before;
        assertThat(sent).isBetween(recorded.bytes(), recorded.bytes() + 2 * CHUNK);
        assertThat(sent).as("never begun anew").isLessThan(recorded.bytes() + ON_ITS_WAY);
    }

    @Test
    @Order(2)
    void cancellingStopsTheBytesAndLeavesNothingBehind() throws IOException {
        Recorded recorded = somethingAtTheEdge();
        line.slow();
        Asked asked = Asked.forRecording(api, recorded.id());
        Patiently.until("the first bytes", PATIENCE, () -> asked.received(api) > 0);
        assertThat(intake(asked)).isNotEmpty();

        assertThat(asked.cancel(api).json().path("state").asText()).isEqualTo("cancelled");

        Patiently.until("no temporary object", CANCEL_STOPS, () -> intake(asked).isEmpty());
        Quiet quiet = new Quiet(line.proxy());
        Patiently.until("bytes to stop", CANCEL_STOPS.plus(Quiet.SPAN), quiet::reached);
        assertThat(Recorded.get(api, recorded.id()).place()).isEqualTo("edge");
        assertThat(line.file(recorded.id())).as("the edge keeps its own").exists();
        ASKED.remove(recorded.id());
    }

    @Test
    @Order(3)
    void aFileThatIsGoneAtTheEdgeIsGoneInWords() throws IOException {
        Recorded recorded = somethingAtTheEdge();
        Files.delete(line.file(recorded.id()));

        Asked asked = Asked.forRecording(api, recorded.id());

        Patiently.until(
                "the agent to say that it is gone",
                PATIENCE,
                () -> asked.state(api).equals("gone"));
        owner.open("/t/acme/recordings/" + recorded.id());
        assertThat(owner.page().locator("main").innerText()).contains("Gone");
        assertThat(owner.page().locator("form[action$='/upload']").count())
                .as("nothing to ask for any more")
                .isZero();
    }

    @Test
    @Order(4)
    void aStoppedAgentIsWaitedForAndSendsItWhenItIsBack(@TempDir Path folder) throws Exception {
        Recorded recorded = somethingAtTheEdge();
        stack.stop(SlowLine.AGENT);

        Asked asked = Asked.forRecording(api, recorded.id());
        Patiently.until(
                "the hub to notice that the agent is away",
                PATIENCE,
                () -> asked.state(api).equals("waiting"));
        owner.open("/t/acme/recordings/" + recorded.id());
        assertThat(owner.page().locator("vd-upload").innerText()).contains("Waiting for the agent");
        stack.restart(SlowLine.AGENT);

        Patiently.until(
                "the recording to arrive", PATIENCE, () -> asked.state(api).equals("stored"));
        Patiently.until(
                "the open page to show the player",
                PATIENCE,
                () -> owner.page().locator("#player video").count() == 1);
        RecordingReader.decode(Recorded.get(api, recorded.id()).fetch(api, folder));
    }

    @Test
    @Order(5)
    void itArrivesWholeAlthoughTheDatabaseWasRestartedOnTheWay(@TempDir Path folder) throws Exception {
        Recorded recorded = somethingAtTheEdge();
        line.slow();
        Asked asked = Asked.forRecording(api, recorded.id());
        Patiently.until("the first bytes", PATIENCE, () -> asked.received(api) > 0);

        stack.stop("postgres");
        assertThat(api.get("/api/v1/t/acme/recordings/" + recorded.id()).status())
                .isEqualTo(503);
        stack.restart("postgres");
        line.fast();

        Patiently.until(
                "the recording to arrive", PATIENCE, () -> asked.state(api).equals("stored"));
        RecordingReader.decode(Recorded.get(api, recorded.id()).fetch(api, folder));
    }

    /** The last of all: the agent is out afterwards. */
    @Test
    @Order(6)
    @Drill
    void ofOneWhoseAgentIsRevokedWhatHadComeIsARecordingThatPlays(@TempDir Path folder) throws Exception {
        Recorded recorded = somethingAtTheEdge();
        line.slow();
        Asked asked = Asked.forRecording(api, recorded.id());
        Patiently.until("half of it", PATIENCE, () -> asked.received(api) > recorded.bytes() / 2);

        Answer revoked = api.delete("/api/v1/t/acme/cameras/" + line.camera() + "/agent");
        assertThat(revoked.status()).isEqualTo(204);

        Recorded kept = Patiently.the(
                "what had come to be in the vault",
                PATIENCE,
                () -> Recorded.of(api, line.camera()).stream()
                        .filter(one -> one.cut() && one.inVault())
                        .findFirst());
        assertThat(kept.startedAt()).isEqualTo(recorded.startedAt());
        assertThat(kept.durationMs()).isBetween(1000L, recorded.durationMs() - 1);
        Decoded decoded = RecordingReader.decode(kept.fetch(api, folder));
        assertThat(decoded.startsWithKey()).isTrue();
        assertThat(decoded.decodeErrors()).isZero();
        assertThat(asked.state(api)).as("what somebody waits for").isEqualTo("stored");
        assertThat(Recorded.get(api, recorded.id()).place()).isEqualTo("edge");
    }

    /** A closed recording that nobody asked for yet. */
    private Recorded somethingAtTheEdge() {
        Recorded found = Patiently.the(
                "a recording at the edge behind the slow line",
                PATIENCE,
                () -> Recorded.of(api, line.camera()).stream()
                        .filter(one -> one.place().equals("edge") && !ASKED.contains(one.id()))
                        .findFirst());
        ASKED.add(found.id());
        return found;
    }

    private static int offsets(Locator shown) {
        return Optional.ofNullable(shown.getAttribute("data-offsets"))
                .map(text -> text.split(" ").length)
                .orElse(0);
    }

    /** The one that the page asked for. */
    private Asked upload(Recorded recorded) {
        String upload = api.get("/api/v1/t/acme/recordings/" + recorded.id())
                .json()
                .path("upload")
                .path("upload")
                .asText();
        return new Asked(upload, recorded.id());
    }

    private long received(Recorded recorded) {
        return upload(recorded).received(api);
    }

    private BooleanSupplier moreThan(Recorded recorded, long bytes) {
        Asked asked = upload(recorded);
        return () -> asked.received(api) > bytes;
    }

    /** Everything the hub keeps of the upload before it is a recording of the vault. */
    private List<Path> intake(Asked asked) {
        try (Stream<Path> all = Files.walk(stack.folder().resolve("vault").resolve("intake"))) {
            return all.filter(path -> path.getFileName().toString().contains(asked.upload()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
