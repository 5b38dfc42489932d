package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agents connected to this node, and the only way to speak to one. Messages are hints: an agent that is away, or a
 * message lost on the way, is made good when it comes back, by whoever keeps the state in the database.
 */
@Singleton
public class AgentLinks {
    private final Map<AgentId, Link> links = new ConcurrentHashMap<>();
    private final Map<Link, Integer> diskFree = new ConcurrentHashMap<>();
    private final Map<Link, FromAgent.GivenUp> givenUp = new ConcurrentHashMap<>();

    /** One open, welcomed connection. */
    interface Link {
        AgentRef agent();

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
        Link link = links.get(agent);
        Integer percent = link == null ? null : diskFree.get(link);
        return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    void diskFree(Link link, int percent) {
        if (links.get(link.agent().agent()) == link) {
            diskFree.put(link, percent);
        }
    }

    /** What an agent gave up so far, as it last told; empty for one that is not connected here, or does not tell it. */
    public Optional<FromAgent.GivenUp> givenUp(AgentId agent) {
        return Optional.ofNullable(links.get(agent)).map(givenUp::get);
    }

    void givenUp(Link link, FromAgent.GivenUp counts) {
        if (links.get(link.agent().agent()) == link) {
            givenUp.put(link, counts);
        }
    }

    /** How many are connected. */
    int count() {
        return links.size();
    }

    /** Returns the connection this one takes the place of. */
    Optional<Link> enter(Link link) {
        Link old = links.put(link.agent().agent(), link);
        if (old != null) {
            diskFree.remove(old);
            givenUp.remove(old);
        }
        return Optional.ofNullable(old);
    }

    /** False when a newer connection of the agent is there already: it is still online then. */
    boolean leave(Link link) {
        diskFree.remove(link);
        givenUp.remove(link);
        return links.remove(link.agent().agent(), link);
    }

    Iterable<Link> all() {
        return links.values();
    }
}
