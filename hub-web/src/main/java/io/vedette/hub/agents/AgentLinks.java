package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The agents connected to this node, and the only way to speak to one. Messages are hints: an agent that is away, or a
 * message lost on the way, is made good when it comes back, by whoever keeps the state in the database.
 */
@Singleton
public class AgentLinks {
    private final Map<AgentId, Link> links = new ConcurrentHashMap<>();
    private final Map<Link, Told> told = new ConcurrentHashMap<>();
    private final Map<Link, FromAgent.GivenUp> givenUp = new ConcurrentHashMap<>();

    /**
     * What the last heartbeat said of the edge.
     *
     * @param diskFreePercent of the disk the agent records on
     * @param orderedUntil when it stops recording because somebody asked; in the past when nobody did, null from an agent that
     *     takes no such orders
     */
    record Told(int diskFreePercent, @Nullable Instant orderedUntil) {}

    /** One open, welcomed connection. */
    interface Link {
        EdgeRef edge();

        long epoch();

        /** How long ago it said something. */
        Duration silence();

        void send(FromHub message);

        void close(int code, String reason);
    }

    /** False when the agent is not connected here. */
    public boolean send(AgentId agent, FromHub message) {
        Link link = links.get(agent);
        if (link == null) {
            return false;
        }
        link.send(message);
        return true;
    }

    /** Ends what is open of an agent. */
    void close(AgentId agent, int code, String reason) {
        Link link = links.get(agent);
        if (link != null) {
            link.close(code, reason);
        }
    }

    public boolean online(AgentId agent) {
        return links.containsKey(agent);
    }

    /** Of the disk an agent records on, as its last heartbeat told; empty for one that is not connected here. */
    public OptionalInt diskFreePercent(AgentId agent) {
        return told(agent).map(edge -> OptionalInt.of(edge.diskFreePercent)).orElse(OptionalInt.empty());
    }

    /** Until when an agent that is connected here, and takes orders, records because somebody asked; in the past when nobody did. */
    public Optional<Instant> orderedUntil(AgentId agent) {
        return told(agent).map(Told::orderedUntil);
    }

    /** To be called when an order was sent: whoever looks before the next heartbeat sees it. */
    public void ordered(AgentId agent, Instant until) {
        Link link = links.get(agent);
        if (link != null) {
            told.computeIfPresent(link, (same, edge) -> new Told(edge.diskFreePercent, until));
        }
    }

    private Optional<Told> told(AgentId agent) {
        return Optional.ofNullable(links.get(agent)).map(told::get);
    }

    void told(Link link, Told edge) {
        if (links.get(link.edge().agent()) == link) {
            told.put(link, edge);
        }
    }

    /** What an agent gave up so far, as it last told; empty for one that is not connected here, or does not tell it. */
    public Optional<FromAgent.GivenUp> givenUp(AgentId agent) {
        return Optional.ofNullable(links.get(agent)).map(givenUp::get);
    }

    void givenUp(Link link, FromAgent.GivenUp counts) {
        if (links.get(link.edge().agent()) == link) {
            givenUp.put(link, counts);
        }
    }

    /** The agents in front of cameras that are connected here. */
    public List<AgentRef> inFront(TenantId tenant) {
        return links.values().stream()
                .map(Link::edge)
                .filter(AgentRef.class::isInstance)
                .map(AgentRef.class::cast)
                .filter(agent -> agent.tenant().equals(tenant))
                .toList();
    }

    /** How many are connected. */
    int count() {
        return links.size();
    }

    /** Returns the connection this one takes the place of. */
    Optional<Link> enter(Link link) {
        Link old = links.put(link.edge().agent(), link);
        if (old != null) {
            told.remove(old);
            givenUp.remove(old);
        }
        return Optional.ofNullable(old);
    }

    /** False when a newer connection of the agent is there already: it is still online then. */
    boolean leave(Link link) {
        told.remove(link);
        givenUp.remove(link);
        return links.remove(link.edge().agent(), link);
    }

    Iterable<Link> all() {
        return links.values();
    }
}
