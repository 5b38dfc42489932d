package io.vedette.hub.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.live.PublishHello;
import io.vedette.hub.MovableClock;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.livestream.relay.AgentLine;
import io.vedette.hub.livestream.relay.FragmentSink;
import io.vedette.hub.livestream.relay.Relay;
import io.vedette.hub.livestream.relay.Relay.Admission;
import io.vedette.hub.livestream.relay.WatchedCamera;
import io.vedette.hub.platform.web.Problem;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmitPublisherTest {
    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private final Tickets tickets = new Tickets(new byte[32], clock, agent -> true);
    private final AgentRef agent = new AgentRef(TenantId.fresh(), AgentId.fresh(), CameraId.fresh());
    private final Asked line = new Asked();
    private final Relay relay = new Relay(line, () -> 0, () -> 0, new Relay.Limits(10, 1_000_000));
    private final AdmitPublisher door = new AdmitPublisher(tickets, relay);

    @Test
    void theAgentThatWasAskedComesInWithItsTicket() {
        watch();

        assertThat(knock(line.session, ticket(Tickets.Purpose.PUBLISH))).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aTicketForSomethingElseOrTooOldOpensNothing() {
        watch();
        String forUpload = ticket(Tickets.Purpose.UPLOAD);
        String old = ticket(Tickets.Purpose.PUBLISH);
        clock.move(Duration.ofSeconds(31));

        assertThat(knock(line.session, forUpload)).isEqualTo(new Admission.Refused(Problem.SIGN_IN));
        assertThat(knock(line.session, old)).isEqualTo(new Admission.Refused(Problem.SIGN_IN));
        assertThat(knock(line.session, "invented")).isEqualTo(new Admission.Refused(Problem.SIGN_IN));
    }

    @Test
    void aGenuineTicketForASessionThatIsOverIsGone() {
        LiveSessionId before = LiveSessionId.fresh();

        assertThat(knock(before, tickets.issue(Tickets.Purpose.PUBLISH, agent, before.value(), Duration.ofSeconds(30))))
                .isEqualTo(new Admission.Refused(Problem.GONE));
    }

    @Test
    void whatIsNoHelloIsInvalid() {
        for (String text : new String[] {
            "",
            "null",
            "{}",
            "[1]",
            "{\"session\":null,\"generation\":1,\"ticket\":\"x\"}",
            "{\"session\":\"1-1-1-1-1\"}"
        }) {
            assertThat(door.admit(text, (code, reason) -> {}))
                    .as(text)
                    .isEqualTo(new Admission.Refused(Problem.INVALID));
        }
    }

    @Test
    void anAcknowledgementIsReadAndNothingElse() {
        assertThat(SocketText.read("{\"ack\":7}", ViewerSocket.Ack.class)).contains(new ViewerSocket.Ack(7));
        assertThat(SocketText.read("{\"ack\":\"x\"}", ViewerSocket.Ack.class)).isEmpty();
        assertThat(SocketText.read("{}", ViewerSocket.Ack.class)).isEmpty();
    }

    private void watch() {
        var camera = new WatchedCamera(agent.tenant(), agent.camera());
        assertThat(relay.watch(camera, Optional.of(agent), false, new Nowhere()))
                .isPresent();
    }

    private Admission knock(LiveSessionId session, String ticket) {
        return door.admit(LinkCodec.write(new PublishHello(session, 1, ticket)), (code, reason) -> {});
    }

    private String ticket(Tickets.Purpose purpose) {
        return tickets.issue(purpose, agent, line.session.value(), Duration.ofSeconds(30));
    }

    private static final class Asked implements AgentLine {
        private LiveSessionId session = LiveSessionId.fresh();

        @Override
        public boolean start(AgentRef agent, LiveSessionId session, int generation) {
            this.session = session;
            return true;
        }

        @Override
        public void extend(AgentRef agent, LiveSessionId session) {}

        @Override
        public void stop(AgentRef agent, LiveSessionId session) {}
    }

    private static final class Nowhere implements FragmentSink {
        @Override
        public void send(ByteBuffer message, Done done) {
            done.done(true);
        }

        @Override
        public void sendText(String text, Done done) {
            done.done(true);
        }

        @Override
        public void close(int code, String reason) {}
    }
}
