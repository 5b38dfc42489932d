package io.vedette.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.LiveSocket;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.AgentLog;
import io.vedette.e2e.house.Drill;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.truth.TruthClient;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@EndToEnd
@Order(40)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOST_BEHIND = Duration.ofSeconds(2);
    /** Lease and grace of an unwatched session, and room for a busy machine. */
    private static final Duration LEASE_AND_GRACE = Duration.ofSeconds(15 + 8 + 4);

    private static final Duration HUB_KILLED = Duration.ofSeconds(15);
    private static final long MOST_HELD = 4L * 1024 * 1024;
    private static final String BEGINS = "live session ";

    private Stack stack;
    private House house;
    private SignedIn owner;
    private AgentLog gateSays;
    private final List<LiveSocket> viewers = new ArrayList<>();

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
        owner = house.browser().asOwner();
        gateSays = AgentLog.of(stack, "agent-gate");
    }

    @AfterEach
    void leave() {
        viewers.forEach(LiveSocket::close);
        house.mend();
        owner.page().navigate("about:blank");
    }

    @Test
    @Order(1)
    void theWallMovesAndIsAtMostTwoSecondsBehindTheCamera() {
        owner.open("/t/acme/live");
        Page page = owner.page();
        Locator gate = page.locator("vd-live[camera='" + stack.camera(Seed.GATE) + "']");
        Locator dock = page.locator("vd-live[camera='" + stack.camera(Seed.DOCK) + "']");
        Patiently.until("both cameras to be live", PATIENCE, () -> isLive(gate) && isLive(dock));
        owner.open("/t/acme/live/" + stack.camera(Seed.GATE)); // larger, so that a clock can be read off the screen
        Patiently.until("the camera to be live", PATIENCE, () -> isLive(gate));

        try (TruthClient truth = house.gateTruth()) {
            Duration first = Patiently.the("a clock on the screen", PATIENCE, () -> Watched.clockOnScreen(gate));
            Patiently.until(
                    "the picture on the screen to move on",
                    PATIENCE,
                    () -> Watched.clockOnScreen(gate)
                            .filter(now -> !now.equals(first))
                            .isPresent());
            // the one frame that the busy machine painted late is not the stream's delay
            List<Duration> behind = IntStream.range(0, 5)
                    .mapToObj(sample -> Patiently.the(
                            "a clock that can be read", PATIENCE, () -> Watched.behind(gate, truth.truth())))
                    .sorted()
                    .toList();
            assertThat(behind.get(2)).as("the middle of %s", behind).isBetween(Duration.ZERO, MOST_BEHIND);
        }
    }

    @Test
    @Order(2)
    void theLastViewerGoneEndsThePublishing() {
        LiveSocket viewer = keep(
                LiveSocket.watch(owner.api(), "acme", stack.camera(Seed.GATE).toString()));
        Patiently.until("pictures", PATIENCE, () -> !viewer.fragments().isEmpty());
        int ended = gateSays.count(BEGINS, "ends");

        viewer.close();

        Patiently.until("the agent to stop publishing", LEASE_AND_GRACE, () -> gateSays.count(BEGINS, "ends") > ended);
    }

    @Test
    @Order(3)
    @Drill
    void aKilledHubEndsThePublishingAndPicturesComeBackWithIt() {
        LiveSocket viewer = keep(
                LiveSocket.watch(owner.api(), "acme", stack.camera(Seed.GATE).toString()));
        Patiently.until("pictures", PATIENCE, () -> !viewer.fragments().isEmpty());
        int ended = gateSays.count(BEGINS, "ends");

        stack.kill("hub");
        try {
            Patiently.until(
                    "the agent to stop publishing by itself", HUB_KILLED, () -> gateSays.count(BEGINS, "ends") > ended);
        } finally {
            stack.restart("hub");
        }
        owner = house.browser().asOwner();
        LiveSocket again = keep(
                LiveSocket.watch(owner.api(), "acme", stack.camera(Seed.GATE).toString()));
        Patiently.until("pictures again", PATIENCE, () -> !again.fragments().isEmpty());
    }

    @Test
    @Order(4)
    void aViewerWhoNeverReadsIsSkippedHoldsLittleIsLetGoAndCostsTheOthersNothing(@TempDir Path clips)
            throws IOException {
        try (HeavyCamera heavy = HeavyCamera.open(house, clips)) {
            HubApi api = owner.api();
            LiveSocket one = keep(LiveSocket.watch(api, "acme", heavy.id()));
            Patiently.until("pictures", PATIENCE, () -> !one.fragments().isEmpty());
            int begun = heavy.says().count(BEGINS, "begins");
            LiveSocket other = keep(LiveSocket.watch(api, "acme", heavy.id()));
            LiveSocket deaf = keep(LiveSocket.stare(api, "acme", heavy.id()));
            LiveSocket late = keep(LiveSocket.stare(api, "acme", heavy.id()));
            long before = one.bytes();

            Patiently.until("more than one window", PATIENCE, () -> one.bytes() - before > 3 * MOST_HELD / 4);
            late.wake();
            Patiently.until("the late one to be told what it missed", PATIENCE, () -> told(late, "skip"));
            int then = late.fragments().size();
            Patiently.until(
                    "pictures for it again", PATIENCE, () -> late.fragments().size() > then + 3);

            Patiently.until(
                    "twice what a viewer may ever hold to have been sent to those who read",
                    PATIENCE,
                    () -> Math.min(one.bytes() - before, other.bytes()) > 2 * MOST_HELD);
            assertThat(deaf.fragments()).isEmpty();
            assertThat(heavy.says().count(BEGINS, "begins"))
                    .as("the agent publishes once, however many watch")
                    .isEqualTo(begun)
                    .isPositive();
            deaf.wake();
            Patiently.until(
                    "the deaf one to be let go",
                    PATIENCE,
                    () -> deaf.closeCode().isPresent());

            assertThat(deaf.bytes()).as("all that was ever under way to it").isBetween(1L, MOST_HELD);
            for (LiveSocket viewer : List.of(one, other)) {
                assertWhole(viewer);
            }
        }
    }

    private static boolean told(LiveSocket viewer, String word) {
        return viewer.texts().stream().anyMatch(text -> text.contains(word));
    }

    private static void assertWhole(LiveSocket viewer) {
        List<Long> seen = viewer.fragments();
        assertThat(seen)
                .as("every fragment, in order, once")
                .isEqualTo(IntStream.range(0, seen.size())
                        .mapToObj(number -> seen.getFirst() + number)
                        .toList());
        assertThat(viewer.texts()).noneMatch(text -> text.contains("skip"));
    }

    private LiveSocket keep(LiveSocket viewer) {
        viewers.add(viewer);
        return viewer;
    }

    private static boolean isLive(Locator tile) {
        return "live".equals(tile.getAttribute("data-state"));
    }
}
