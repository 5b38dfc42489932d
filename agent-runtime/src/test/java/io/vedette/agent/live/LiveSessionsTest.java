package io.vedette.agent.live;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.scripted.Published;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.LiveState.Phase;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.live.LiveFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveSessionsTest {
    private final List<FromAgent> told = new CopyOnWriteArrayList<>();
    private final LiveSessionId session = LiveSessionId.fresh();
    private MadePictures camera;
    private ScriptedHub hub;
    private LiveSessions live;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        camera = new MadePictures(1_000);
        live = new LiveSessions(hub.address(), listener -> camera.source().subscribe(listener), told::add);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        live.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    @Test
    void aSessionBeginsWithTheLastKeyFrame() {
        camera.play(27);

        live.told(start(1, 10_000));

        until("pictures", () -> begun() && first().frames().size() >= 3);
        assertThat(first().hello().session()).isEqualTo(session);
        assertThat(first().hello().ticket()).isEqualTo("a ticket");
        assertThat(first().format().width()).isEqualTo(128);
        assertThat(first().frames().get(0).kind()).isEqualTo(LiveFrame.Kind.INIT);
        assertThat(first().frames().get(1).key()).isTrue();
        assertThat(phases()).containsExactly(Phase.PUBLISHING);
    }

    @Test
    void whatTheCameraSendsNextFollowsWithoutAGap() {
        camera.play(15);
        live.told(start(1, 10_000));
        until("the first pictures", this::begun);

        camera.play(100);

        until("the rest", () -> first().frames().size() > 30);
        List<LiveFrame> frames = first().frames();
        List<LiveFrame> fragments = frames.subList(1, frames.size());
        for (int i = 0; i < fragments.size(); i++) {
            assertThat(fragments.get(i).seq()).isEqualTo(i + 1);
        }
    }

    @Test
    void aNewFormatBeginsWithAnInitialisationSegmentAndAKeyFrame() {
        camera.play(25);
        live.told(start(1, 10_000));
        until("the first pictures", this::begun);

        camera.pipeline.interrupted();
        camera.connect();
        camera.play(40);

        until("a second beginning", () -> inits() == 2 && last().kind() == LiveFrame.Kind.FRAGMENT);
    }

    @Test
    void aLeaseThatRunsOutEndsTheSessionWithoutAWordFromTheHub() {
        camera.play(15);

        live.told(start(1, 600));

        until("a word about it", () -> phases().equals(List.of(Phase.PUBLISHING, Phase.ENDED)));
        until("the socket's end", () -> first().closed());
        assertThat(live.publishing()).isZero();
    }

    @Test
    void noLeaseIsLongerThanFifteenSeconds() {
        Lease lease = new Lease(Integer.MAX_VALUE, 0);

        assertThat(lease.left(0)).isEqualTo(Duration.ofSeconds(15).toNanos());
        lease.extend(Integer.MAX_VALUE, Duration.ofSeconds(10).toNanos());
        assertThat(lease.left(Duration.ofSeconds(25).toNanos())).isZero();
    }

    @Test
    void anExtendedLeaseKeepsItGoing() {
        camera.play(15);
        live.told(start(1, 1_500));
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();

        until("longer than the first lease", () -> {
            live.told(new FromHub.LiveExtend(session, 1_500));
            return System.nanoTime() > end;
        });

        assertThat(live.publishing()).isEqualTo(1);
        live.told(new FromHub.LiveStop(session));
        assertThat(live.publishing()).isZero();
        until("the socket's end", () -> first().closed());
    }

    @Test
    void aNewerGenerationReplacesTheOlderOne() {
        camera.play(15);
        live.told(start(1, 10_000));
        until("the first", this::begun);

        live.told(start(2, 10_000));

        until("the first one's end", () -> first().closed());
        until(
                "the second",
                () -> hub.published().size() == 2 && hub.published().get(1).hello() != null);
        assertThat(live.publishing()).isEqualTo(1);
    }

    @Test
    void theSameOrAnOlderGenerationOpensNoSecondSocket() {
        camera.play(15);
        live.told(start(2, 10_000));
        until("the first", this::begun);

        live.told(start(2, 10_000));
        live.told(start(1, 10_000));
        camera.play(20);

        until("more pictures", () -> first().frames().size() > 5);
        assertThat(hub.published()).hasSize(1);
        assertThat(live.publishing()).isEqualTo(1);
    }

    @Test
    void aHubThatDiesEndsTheSession() {
        camera.play(15);
        live.told(start(1, 10_000));
        until("the first", this::begun);

        hub.cutLines();

        until("a word about it", () -> phases().equals(List.of(Phase.PUBLISHING, Phase.ENDED)));
        assertThat(live.publishing()).isZero();
    }

    @Test
    void aHubThatIsNotThereRefusesTheSession() throws IOException, InterruptedException {
        hub.close();

        live.told(start(1, 10_000));

        until("a word about it", () -> phases().equals(List.of(Phase.REFUSED)));
        assertThat(live.publishing()).isZero();
    }

    @Test
    void aHubThatDoesNotReadCostsPicturesAndNoMemory() {
        camera = new MadePictures(60_000);
        camera.play(15);
        live.told(start(1, 15_000));
        until("the first", this::begun);
        hub.readsPublished(false);

        camera.play(2_000);
        hub.readsPublished(true);

        until("live pictures again", () -> {
            camera.play(10);
            return last().seq() > 500;
        });
        assertThat(first().frames().size()).isLessThan((int) last().seq());
    }

    private FromHub.LiveStart start(int generation, int leaseMs) {
        return new FromHub.LiveStart(session, generation, "/live/publish", "a ticket", leaseMs);
    }

    private boolean begun() {
        return hub.published().size() == 1 && first().frames().size() > 1;
    }

    private Published first() {
        return hub.published().getFirst();
    }

    private LiveFrame last() {
        return first().frames().getLast();
    }

    private long inits() {
        return first().frames().stream()
                .filter(f -> f.kind() == LiveFrame.Kind.INIT)
                .count();
    }

    private List<Phase> phases() {
        return told.stream()
                .map(FromAgent.LiveState.class::cast)
                .map(FromAgent.LiveState::phase)
                .toList();
    }
}
