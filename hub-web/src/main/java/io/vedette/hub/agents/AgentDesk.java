package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.Proof;
import io.vedette.hub.platform.stop.HubStops;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub does with what agents say: admits them, keeps their presence, stores their events exactly once. */
@Singleton
public class AgentDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AgentDesk.class);

    /** Two heartbeats that did not come, and some. */
    static final Duration MOST_SILENCE = Duration.ofMillis(2L * AgentConnection.HEARTBEAT_MILLIS + 5_000);

    private final TenantWork work;
    private final Agents agents;
    private final AgentLinks links;
    private final AgentNews news;
    private final VaultNews vaults;
    private final HubKeys keys;
    private final Clock clock;
    private final Map<AgentLinks.Link, CameraState> cameras = new ConcurrentHashMap<>();
    private final Map<AgentLinks.Link, ClockOffset> clocks = new ConcurrentHashMap<>();

    @Inject
    public AgentDesk(
            TenantWork work,
            Agents agents,
            AgentLinks links,
            AgentNews news,
            VaultNews vaults,
            HubKeys keys,
            Clock clock) {
        this.work = work;
        this.agents = agents;
        this.links = links;
        this.news = news;
        this.vaults = vaults;
        this.keys = keys;
        this.clock = clock;
    }

    /** How a hello ended. */
    sealed interface Entry {
        /** @param keyDue when it is time for another key */
        record Admitted(EdgeRef edge, long epoch, long eventsAckedTo, Instant keyDue) implements Entry {}

        /** No such agent, or not its key: which of the two is not told. */
        record Unknown() implements Entry {}

        /** It is the agent it says it is, and may therefore know. */
        record Revoked() implements Entry {}

        /** As revoked: its owner has not compared the words yet. */
        record Unconfirmed() implements Entry {}
    }

    /** The hub's proof for whoever calls for this tenant; empty when the hub has no agents of it. */
    Optional<String> prove(FromAgent.Call call, String nonce) {
        return keys.sign(call.tenant(), Proof.hub(call.tenant(), call.nonce(), nonce));
    }

    Entry admit(FromAgent.Hello hello, Predicate<byte[]> provesKey) {
        return work.as(
                hello.tenant(),
                () -> locked(hello.tenant(), hello.agent()) // or a key that is renewed right now would be let in still
                        .map(agent -> provesKey.test(agent.publicKey()) ? enter(agent, hello) : late(agent, provesKey))
                        .orElseGet(Entry.Unknown::new));
    }

    /** An agent never comes with the key before its own: it is told when that is thrown away. A copy of its folder does. */
    private Entry late(Agent agent, Predicate<byte[]> provesKey) {
        if (!agent.revoked() && agent.oldKey().filter(provesKey).isPresent()) {
            LOG.warn("somebody uses a key that agent {} has no more", agent.id());
            agent.copied(clock.instant());
        }
        return new Entry.Unknown();
    }

    private Entry enter(Agent agent, FromAgent.Hello hello) {
        if (agent.revoked()) {
            return new Entry.Revoked();
        }
        if (!agent.confirmed()) {
            return new Entry.Unconfirmed();
        }
        agent.clockIs(ClockOffset.measured(hello.at(), clock.instant()));
        agent.lives(PeersText.of(hello.life().instance(), 50), hello.life().count(), clock.instant());
        long epoch = agent.connected(PeersText.of(hello.version(), 50), clock.instant());
        return new Entry.Admitted(agent.edge(), epoch, agent.lastEventSeq(), agent.keyDue());
    }

    void stops(@Observes HubStops now) {
        links.all().forEach(link -> link.close(Problem.STOPPING.closeCode(), "the hub is stopping"));
    }

    void entered(AgentLinks.Link link) {
        links.enter(link).ifPresent(old -> old.close(Problem.CONFLICT.closeCode(), "a newer connection took over"));
        LOG.info("agent {} is online", link.edge().agent());
        switch (link.edge()) {
            case AgentRef agent -> news.online(agent);
            case VaultRef vault -> vaults.online(vault);
        }
    }

    /** A beat is kept in memory; only a change of the camera's state, or of the agent's clock, is worth a row. */
    void beat(AgentLinks.Link link, FromAgent.Heartbeat beat, ClockOffset offset) {
        Integer ordered = beat.orderedMs();
        links.told(
                link,
                new AgentLinks.Told(
                        beat.diskFreePercent(),
                        ordered == null ? null : clock.instant().plusMillis(ordered)));
        if (cameras.put(link, beat.camera()) != beat.camera()) {
            note(link, agent -> agent.seen(beat.camera(), clock.instant()));
        }
        ClockOffset noted = clocks.putIfAbsent(link, offset); // the first one is hardly older than that of the hello
        if (noted != null && offset.movedFrom(noted)) {
            LOG.warn("the clock of agent {} moved: {} ms from ours", link.edge().agent(), offset.millis());
            clocks.put(link, offset);
            note(link, agent -> agent.clockIs(offset));
        }
    }

    void gaveUp(AgentLinks.Link link, FromAgent.GivenUp counts) {
        links.givenUp(link, counts);
    }

    /** Stores an event unless it is stored already; false when this connection is no longer the agent's newest. */
    boolean store(AgentLinks.Link link, FromAgent.Event event, ClockOffset offset) {
        EdgeRef ref = link.edge();
        return work.as(ref.tenant(), () -> {
            Agent agent = locked(ref.tenant(), ref.agent()).orElseThrow();
            if (agent.epoch() != link.epoch() || !agent.stands()) {
                return false;
            }
            if (event.seq() > agent.lastEventSeq()) {
                agent.stored(event.seq());
                tell(link, agent, event, offset);
            }
            return true;
        });
    }

    private void tell(AgentLinks.Link link, Agent agent, FromAgent.Event event, ClockOffset offset) {
        switch (link.edge()) {
            case AgentRef ref -> {
                remember(link, agent, event.body());
                news.event(ref, event, offset.corrected(event.at(), clock.instant()), offset.millis());
            }
            case VaultRef vault -> vaults.event(vault, event.body()); // which has no camera that could be lost
        }
    }

    private void remember(AgentLinks.Link link, Agent agent, EventBody body) {
        CameraState state = switch (body) {
            case EventBody.CameraLost lost -> CameraState.LOST;
            case EventBody.CameraBack back -> CameraState.STREAMING;
            case EventBody.RecordingClosed closed -> agent.cameraState();
            case EventBody.RecordingGone gone -> agent.cameraState();
            case EventBody.RecordingKept kept -> agent.cameraState();
        };
        cameras.put(link, state);
        agent.seen(state, clock.instant());
        if (body instanceof EventBody.CameraLost lost) {
            agent.lost(lost.fault());
        }
    }

    void pass(AgentLinks.Link link, FromAgent message) {
        switch (link.edge()) {
            case AgentRef agent -> news.message(agent, message);
            case VaultRef vault -> vaults.message(vault, message);
        }
    }

    /** Believed of an edge vault alone. */
    void opens(AgentLinks.Link link, FromAgent.VaultOpen said) {
        Optional<VaultDoor> door = VaultDoor.of(said);
        if (door.isEmpty() || !(link.edge() instanceof VaultRef vault)) {
            LOG.warn("{} says that it takes recordings at a place where it cannot", link.edge());
            return;
        }
        note(link, agent -> agent.opens(door.get()));
        vaults.opened(vault);
    }

    /**
     * Notes as offline who has said nothing for too long. Of some connections the container never tells that they are over;
     * their agents would stay online, and their viewers would wait, until the agent comes again.
     */
    void dropSilent() {
        for (AgentLinks.Link link : links.all()) {
            if (link.silence().compareTo(MOST_SILENCE) > 0) {
                LOG.warn(
                        "agent {} has said nothing for {} s",
                        link.edge().agent(),
                        link.silence().toSeconds());
                link.close(Problem.TOO_SLOW.closeCode(), "silent for too long");
                left(link);
            }
        }
    }

    void left(AgentLinks.Link link) {
        CameraState state = cameras.remove(link);
        clocks.remove(link);
        if (!links.leave(link)) {
            return; // taken over: still online
        }
        LOG.info("agent {} is offline", link.edge().agent());
        try {
            note(link, agent -> agent.seen(state == null ? CameraState.CONNECTING : state, clock.instant()));
        } finally {
            offline(link.edge()); // whoever watches must hear it, also while there is no database
        }
    }

    private void offline(EdgeRef edge) {
        switch (edge) {
            case AgentRef agent -> news.offline(agent);
            case VaultRef vault -> LOG.debug("nobody watches {}", vault);
        }
    }

    private void note(AgentLinks.Link link, Consumer<Agent> change) {
        work.run(link.edge().tenant(), () -> {
            Agent agent = locked(link.edge().tenant(), link.edge().agent()).orElseThrow();
            if (agent.epoch() == link.epoch()) {
                change.accept(agent);
            }
        });
    }

    private Optional<Agent> locked(TenantId tenant, AgentId id) {
        return work.entities(tenant)
                .createQuery("select a from Agent a where a.tenant = :tenant and a.id = :id", Agent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
