package io.vedette.hub.livestream.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.link.FromAgent.LiveState.Phase;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.live.LiveFormat;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.web.Problem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One camera from the first viewer to after the last. */
class LiveSessionTest {
    private final Stage stage = new Stage();
    private final Screen screen = new Screen();

    @Test
    void theFirstViewerStartsTheAgentAndTheSecondDoesNot() {
        stage.watch(screen);
        stage.watch(new Screen());

        assertThat(stage.asked).containsExactly("start 1");
        assertThat(screen.state()).isEqualTo("{\"state\":\"connecting\"}");
    }

    @Test
    void aViewerGetsFormatThenInitThenTheRingFromItsNewestKeyFrame() throws Exception {
        stage.watch(new Screen());
        Publication publication = stage.published(1);
        for (int seq = 1; seq <= 8; seq++) {
            publication.frame(Stage.fragment(seq % 3 == 1, seq, 1000));
        }

        stage.watch(screen);

        assertThat(screen.seqs).containsExactly(0L, 7L, 8L);
        assertThat(screen.state()).isEqualTo("{\"state\":\"live\"}");
        assertThat(LinkCodec.json().readValue(screen.texts.getLast(), LiveFormat.class))
                .isEqualTo(Stage.FORMAT);
    }

    @Test
    void aMessageIsPassedOnUntouched() {
        stage.watch(screen);
        Publication publication = stage.published(1);
        byte[] message = Stage.fragment(true, 1, 5000);

        publication.frame(message.clone());

        byte[] got = new byte[screen.last().remaining()];
        screen.last().duplicate().get(got);
        assertThat(got).isEqualTo(message);
    }

    @Test
    void theLeaseIsExtendedWhileSomebodyWatches() {
        LiveViewer viewer = stage.watch(screen);
        Publication publication = stage.published(1);

        for (int second = 1; second <= 16; second++) {
            publication.frame(Stage.fragment(true, second, 1000));
            viewer.acked(second);
            stage.pass(Duration.ofSeconds(1));
        }

        assertThat(stage.asked).containsExactly("start 1", "extend", "extend", "extend");
    }

    @Test
    void afterTheLastViewerTheAgentIsStoppedWhenTheGraceIsOver() {
        LiveViewer viewer = stage.watch(screen);
        stage.published(1);
        viewer.leave();

        stage.pass(Duration.ofMillis(7_750));
        assertThat(stage.asked).containsExactly("start 1");
        stage.pass(Duration.ofMillis(500));

        assertThat(stage.asked).containsExactly("start 1", "stop");
        assertThat(stage.publisherClosed).containsExactly("1: 1000");
        assertThat(stage.relay.load()).isEqualTo(new Relay.Load(0, 0));
    }

    @Test
    void whoComesBackWithinTheGraceFindsTheSessionAlive() {
        stage.watch(screen).leave();
        stage.published(1).frame(Stage.fragment(true, 1, 1000));
        stage.pass(Duration.ofSeconds(7));

        Screen back = new Screen();
        LiveViewer viewer = stage.watch(back);
        viewer.acked(1);
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.asked).containsExactly("start 1", "extend");
        assertThat(back.seqs).containsExactly(0L, 1L);
    }

    @Test
    void anAgentThatIsAwayIsWaitedForAndAskedWhenItComes() {
        stage.connected = false;
        stage.watch(screen);
        assertThat(screen.state()).isEqualTo("{\"state\":\"offline\"}");
        stage.pass(Duration.ofMinutes(10));
        assertThat(screen.closed).isEmpty();

        stage.connected = true;
        stage.relay.online(stage.agent);

        assertThat(stage.asked).containsExactly("start 2");
        assertThat(screen.state()).isEqualTo("{\"state\":\"connecting\"}");
        stage.published(2).frame(Stage.fragment(true, 1, 1000));
        assertThat(screen.seqs).containsExactly(0L, 1L);
    }

    @Test
    void aCameraWithoutAnAgentGetsItsPicturesFromTheAgentThatIsPairedLater() {
        var camera = new WatchedCamera(stage.agent.tenant(), stage.agent.camera());
        assertThat(stage.relay.watch(camera, Optional.empty(), false, screen)).isPresent();
        assertThat(screen.state()).isEqualTo("{\"state\":\"offline\"}");

        stage.relay.online(stage.agent);
        stage.published(2).frame(Stage.fragment(true, 1, 1000));

        assertThat(screen.seqs).containsExactly(0L, 1L);
    }

    @Test
    void anAgentThatGoesAwayWhileAskedIsOffline() {
        stage.watch(screen);

        stage.relay.offline(stage.agent);

        assertThat(screen.state()).isEqualTo("{\"state\":\"offline\"}");
    }

    @Test
    void picturesGoOnWithoutTheControlLinkUntilTheLeaseIsOver() {
        LiveViewer viewer = stage.watch(screen);
        Publication publication = stage.published(1);
        stage.relay.offline(stage.agent);

        for (int second = 1; second <= 14; second++) {
            publication.frame(Stage.fragment(true, second, 1000));
            viewer.acked(second);
            stage.pass(Duration.ofSeconds(1));
        }
        assertThat(screen.state()).isEqualTo("{\"state\":\"live\"}");
        stage.pass(Duration.ofSeconds(2));

        assertThat(screen.state()).isEqualTo("{\"state\":\"offline\"}");
        assertThat(stage.publisherClosed).containsExactly("1: 1000");
    }

    @Test
    void anUnansweredStartIsRepeatedOnceAndThenGivenUp() {
        stage.watch(screen);

        stage.pass(Duration.ofMillis(5_250));
        assertThat(stage.asked)
                .contains("start 1")
                .filteredOn("start 1"::equals)
                .hasSize(2);
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.asked.getLast()).isEqualTo("stop");
        assertThat(screen.closed).startsWith("4410");
    }

    @Test
    void anAgentThatSaysItPublishesIsNotAskedAgain() {
        stage.watch(screen);
        stage.says(1, Phase.PUBLISHING);

        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.asked).filteredOn("start 1"::equals).hasSize(1);
    }

    @Test
    void aRefusalIsToldAndTheAgentAskedAgainLater() {
        stage.watch(screen);
        stage.says(1, Phase.REFUSED);
        assertThat(screen.state()).isEqualTo("{\"state\":\"refused\"}");

        stage.pass(Duration.ofMillis(10_250));

        assertThat(stage.asked).containsExactly("start 1", "start 2");
    }

    @Test
    void aPublisherThatDropsIsAskedForTheNextGeneration() {
        LiveViewer viewer = stage.watch(screen);
        Publication first = stage.published(1);
        first.frame(Stage.fragment(true, 1, 1000));
        viewer.acked(1);

        first.closed();
        assertThat(screen.state()).isEqualTo("{\"state\":\"stalled\"}");
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.asked).containsExactly("start 1", "start 2");
        stage.published(2).frame(Stage.fragment(true, 1, 1000));

        assertThat(screen.state()).isEqualTo("{\"state\":\"live\"}");
        assertThat(screen.seqs).containsExactly(0L, 1L, 0L, 1L);
        assertThat(screen.texts).filteredOn(text -> text.contains("mime")).hasSize(2);
    }

    @Test
    void aPublisherThatDoesNotComeBackEndsTheSession() {
        stage.watch(screen);
        Publication first = stage.published(1);
        first.frame(Stage.fragment(true, 1, 1000));
        first.closed();

        stage.pass(Duration.ofMillis(9_750));
        assertThat(screen.closed).isEmpty();
        stage.pass(Duration.ofMillis(500));

        assertThat(screen.closed).startsWith("4410");
        assertThat(stage.relay.load().viewers()).isZero();
    }

    @Test
    void anOlderGenerationIsRefusedAndAnOldPublisherPutOut() {
        stage.watch(screen);
        Publication first = stage.published(1);
        stage.says(1, Phase.ENDED); // its agent gave it up before its socket closed
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.publisherClosed).containsExactly("1: 1000");
        assertThat(stage.hello(1)).isEqualTo(new Relay.Admission.Refused(Problem.CONFLICT));
        Publication second = stage.published(2);
        first.frame(Stage.fragment(true, 1, 1000));
        second.frame(Stage.fragment(true, 1, 2000));

        assertThat(stage.publisherClosed).containsExactly("1: 1000", "1: 4409");
        assertThat(screen.last().remaining()).isEqualTo(2000);
    }

    @Test
    void aTicketOpensOneSocketOnly() {
        stage.watch(screen);

        assertThat(stage.hello(1)).isInstanceOf(Relay.Admission.Admitted.class);
        assertThat(stage.hello(1)).isEqualTo(new Relay.Admission.Refused(Problem.CONFLICT));
    }

    @Test
    void anotherAgentCannotPublishForTheCamera() {
        stage.watch(screen);
        var other = new AgentRef(stage.agent.tenant(), AgentId.fresh(), stage.agent.camera());

        var hello = new io.vedette.contracts.live.PublishHello(stage.session, 1, "checked before");

        assertThat(stage.relay.publish(other, hello, (code, reason) -> {}))
                .isEqualTo(new Relay.Admission.Refused(Problem.CONFLICT));
    }

    @Test
    void nobodyWaitsForAPublisherOfASessionThatIsOver() {
        stage.watch(screen).leave();
        stage.pass(Duration.ofSeconds(9));

        assertThat(stage.hello(1)).isEqualTo(new Relay.Admission.Refused(Problem.GONE));
    }

    @Test
    void aPublisherWithoutPicturesIsACameraLostAndAskedAgainWhenTheCameraIsBack() {
        LiveViewer viewer = stage.watch(screen);
        stage.published(1).frame(Stage.fragment(true, 1, 1000));
        viewer.acked(1);
        stage.pass(Duration.ofSeconds(4));
        assertThat(screen.state()).isEqualTo("{\"state\":\"stalled\"}");

        stage.relay.camera(stage.agent, true);
        assertThat(screen.state()).isEqualTo("{\"state\":\"lost\"}");
        stage.pass(Duration.ofSeconds(7));
        assertThat(stage.publisherClosed).containsExactly("1: 1000");
        stage.relay.camera(stage.agent, false);

        assertThat(stage.asked.getLast()).isEqualTo("start 2");
    }

    @Test
    void aPublisherOutOfOrderIsPutOut() {
        stage.watch(screen);
        Publication publication = ((Relay.Admission.Admitted) stage.hello(1)).publication();

        publication.frame(Stage.fragment(true, 1, 1000));
        publication.format(new LiveFormat("text/html", 1, 1));
        publication.frame(new byte[3]);
        publication.frame(new byte[io.vedette.contracts.live.LiveFrame.MAX_MESSAGE + 1]);

        assertThat(stage.publisherClosed).containsExactly("1: 4400", "1: 4400", "1: 4400", "1: 1009");
        assertThat(screen.seqs).isEmpty();
    }

    @Test
    void theHubsEndStopsTheAgentAndClosesTheViewers() {
        stage.watch(screen);
        stage.published(1);

        stage.relay.shutDown();

        assertThat(stage.asked.getLast()).isEqualTo("stop");
        assertThat(screen.closed).isNotEmpty();
    }

    @Test
    void whoComesWhileTheHubEndsIsSentAwayToo() {
        stage.relay.shutDown();

        stage.watch(screen);

        assertThat(screen.closed).isEqualTo("1001 the hub is stopping");
    }

    @Test
    void aFullNodeTakesNobodyElse() {
        stage.relay(new Relay.Limits(1, 1_000_000));
        stage.watch(screen);

        assertThat(stage.relay.watch(
                        new WatchedCamera(stage.agent.tenant(), stage.agent.camera()),
                        Optional.of(stage.agent),
                        false,
                        new Screen()))
                .isEmpty();
    }
}
