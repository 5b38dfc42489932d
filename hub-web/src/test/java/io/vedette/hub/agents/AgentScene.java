package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.hub.HubWorld;
import io.vedette.hub.cameras.SiteId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** One owner, one camera without an agent, and the agent's end of pairing and of the link, played by the test. */
abstract class AgentScene {
    final HubWorld world = new HubWorld();
    final SiteId yard = world.site(world.owner, "Yard");
    final CameraId gate = world.camera(world.owner, yard, Optional.empty(), "Gate");
    final Agents agents = new Agents(world.work, world.visible);
    final AgentLinks links = new AgentLinks();
    final AgentNews news = new AgentNews();
    final VaultNews vaultNews = new VaultNews();
    final HubKeys keys = new HubKeys(world.work, world.clock);
    final AgentDesk desk = new AgentDesk(world.work, agents, links, news, vaultNews, keys, world.clock);
    final RenewKeys renewals = new RenewKeys(world.work, agents, links, keys, world.clock);
    final EndAgent ending = new EndAgent(world.work, agents, links, news, vaultNews, world.clock);
    final PairingTokens tokens = new PairingTokens(world.work, world.cameras, world.sites, agents, world.clock);
    final PairAgent pairing = new PairAgent(world.work, world.cameras, world.sites, agents, keys, ending, world.clock);
    final KeyPair key = fresh();

    @AfterEach
    void close() {
        world.close();
    }

    FromAgent.Event lost(long seq) {
        return new FromAgent.Event(seq, EventId.fresh(), world.clock.instant(), new EventBody.CameraLost("gone quiet"));
    }

    PairingToken token() {
        return world.inTenant(world.owner, () -> tokens.make(world.owner, gate, PairingTokens.Terms.USUAL))
                .token();
    }

    AgentId paired() {
        return pairing.pair(request(token(), key)).orElseThrow().agent();
    }

    Optional<Agent> agentOfGate() {
        return world.inTenant(world.owner, () -> agents.ofCamera(world.owner.tenant(), gate));
    }

    PlayedSocket connect(AgentId agent, KeyPair with) {
        return connect(agent, with, new FromAgent.Life("one", 1));
    }

    PlayedSocket connect(AgentId agent, KeyPair with, FromAgent.Life life) {
        var socket = new PlayedSocket();
        socket.call();
        socket.connection.received(LinkCodec.write(hello(agent, with, socket.nonce(), world.clock.instant(), life)));
        return socket;
    }

    FromAgent.Hello hello(AgentId agent, KeyPair with, String nonce, java.time.Instant at) {
        return hello(agent, with, nonce, at, new FromAgent.Life("one", 1));
    }

    FromAgent.Hello hello(AgentId agent, KeyPair with, String nonce, java.time.Instant at, FromAgent.Life life) {
        byte[] claim = Proof.hello(world.owner.tenant(), agent, nonce, life);
        return new FromAgent.Hello(world.owner.tenant(), agent, 1, "0.1.0", at, life, sign(with, claim));
    }

    static PairingRequest request(PairingToken token, KeyPair with) {
        String publicKey = encoded(with);
        return new PairingRequest(
                token, publicKey, sign(with, Proof.pairing(token.reveal(), publicKey)), "0.1.0", "box");
    }

    static String encoded(KeyPair pair) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(pair.getPublic().getEncoded());
    }

    static String sign(KeyPair with, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(with.getPrivate());
            signature.update(message);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The agent's end of the wire: keeps what the hub says. */
    final class PlayedSocket implements AgentConnection.Wire {
        final List<FromHub> heard = new ArrayList<>();
        final List<Integer> closed = new ArrayList<>();
        final AgentConnection connection = new AgentConnection(
                this,
                desk,
                renewals,
                world.clock,
                () -> TimeUnit.MILLISECONDS.toNanos(world.clock.millis()),
                new SecureRandom());

        @Override
        public void send(String text) {
            try {
                heard.add(LinkCodec.fromHub(text).orElseThrow());
            } catch (LinkCodec.UnreadableMessage e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close(int code, String reason) {
            closed.add(code);
        }

        @Override
        public void trust() {}

        /** What an agent says first. */
        void call() {
            connection.received(LinkCodec.write(new FromAgent.Call(world.owner.tenant(), "agents-nonce")));
        }

        String nonce() {
            return said(FromHub.Challenge.class).getFirst().nonce();
        }

        <T extends FromHub> List<T> said(Class<T> kind) {
            return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }
}
