package io.vedette.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.house.AgentLog;
import io.vedette.e2e.house.Drill;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@EndToEnd
@Order(60)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentCrashIT {
    private static final String AGENT = "agent-loading-dock";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private House house;
    private Stack stack;
    private HubApi api;
    private Path spool;
    private String dock;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
        api = house.browser().asOwner().api();
        spool = stack.agent(stack.agents().get(1)).home().resolve("spool").resolve("recordings");
        dock = stack.camera(Seed.DOCK).toString();
    }

    @AfterEach
    void leave() {
        house.mend();
    }

    @Test
    @Order(1)
    void killedInMidRecordingItLosesNothingThatWasWhole(@TempDir Path folder) throws Exception {
        Patiently.until("a recording to grow", PATIENCE, () -> partBytes() > 200_000);
        List<Path> closedBefore = files(".mp4");
        String open = files(".part").getFirst().getFileName().toString().replace(".part", "");

        stack.kill(AGENT);
        long left = Files.size(spool.resolve(open + ".part"));
        stack.restart(AGENT);

        Recorded cut = Patiently.the(
                "the open recording to be closed",
                PATIENCE,
                () -> all().stream().filter(one -> one.id().equals(open)).findFirst());
        assertThat(cut.cut()).as("it says so").isTrue();
        assertThat(cut.bytes()).isLessThanOrEqualTo(left).isPositive();
        assertThat(files(".mp4")).containsAll(closedBefore);
        assertThat(all()).filteredOn(Recorded::cut).hasSize(1);
        for (Path closed : closedBefore) {
            assertThat(RecordingReader.decode(closed).decodeErrors())
                    .as(closed.toString())
                    .isZero();
        }

        Answer asked = api.post("/api/v1/t/acme/recordings/" + open + "/upload", "");
        assertThat(asked.status()).isEqualTo(202);
        Patiently.until(
                "the cut recording in the vault",
                PATIENCE,
                () -> Recorded.get(api, open).inVault());
        Decoded decoded = RecordingReader.decode(Recorded.get(api, open).fetch(api, folder));
        assertThat(decoded.startsWithKey()).isTrue();
        assertThat(decoded.decodeErrors()).isZero();
        assertThat(decoded.span()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    @Order(2)
    void checkSaysThatAllIsWell(@TempDir Path folder) throws Exception {
        stack.stop(AGENT);

        assertThat(check(folder)).isZero();

        stack.restart(AGENT);
    }

    @Test
    @Order(3)
    @Drill
    void whileTheHubIsAwayTheAgentGoesOnAndEverythingArrivesLaterOnce() {
        AgentLog log = AgentLog.of(stack, AGENT);
        stack.stop("hub");
        int before = files(".mp4").size();
        Patiently.until(
                "two recordings without a hub", PATIENCE, () -> files(".mp4").size() >= before + 2);
        assertThat(log.lines("ERROR")).isEmpty();

        stack.restart("hub");
        api = house.browser().asOwner().api();

        Patiently.until("everything at the edge to be known to the hub", PATIENCE, () -> {
            List<String> known = all().stream().map(Recorded::id).toList();
            return files(".mp4").stream()
                    .map(file -> file.getFileName().toString().replace(".mp4", ""))
                    .allMatch(known::contains);
        });
        assertThat(all()).extracting(Recorded::id).doesNotHaveDuplicates();
        assertThat(all()).extracting(Recorded::startedAt).doesNotHaveDuplicates();
    }

    private List<Recorded> all() {
        return Recorded.of(api, dock);
    }

    private long partBytes() {
        return files(".part").stream()
                .mapToLong(file -> file.toFile().length())
                .max()
                .orElse(0);
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of {@code vedette-agent check}. */
    private int check(Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("check");
        int code = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        System.getProperty("vedette.agent.jar"),
                        "check",
                        "--home",
                        spool.getParent().getParent().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        System.out.println("check says: " + Files.readString(said));
        return code;
    }
}
