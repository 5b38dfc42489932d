package io.vedette.hub.livestream;

import io.vedette.contracts.live.PublishHello;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.livestream.relay.PublisherSocket;
import io.vedette.hub.livestream.relay.Relay;
import io.vedette.hub.livestream.relay.Relay.Admission;
import io.vedette.hub.platform.web.Problem;

/** Lets a publisher in that brings the ticket it was handed over its control link. */
final class AdmitPublisher {
    private final Tickets tickets;
    private final Relay relay;

    AdmitPublisher(Tickets tickets, Relay relay) {
        this.tickets = tickets;
        this.relay = relay;
    }

    Admission admit(String text, PublisherSocket socket) {
        return SocketText.read(text, PublishHello.class)
                .map(hello -> admit(hello, socket))
                .orElseGet(() -> new Admission.Refused(Problem.INVALID));
    }

    private Admission admit(PublishHello hello, PublisherSocket socket) {
        return tickets.check(
                        hello.ticket(), Tickets.Purpose.PUBLISH, hello.session().value())
                .map(agent -> relay.publish(agent, hello, socket))
                .orElseGet(() -> new Admission.Refused(Problem.SIGN_IN));
    }
}
