package io.vedette.hub.agents;

import io.vedette.contracts.link.FromAgent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What agents say, for the features that act on it. Listeners register at the start and stay. */
@Singleton
public class AgentNews {
    private final List<OnEvent> onEvent = new CopyOnWriteArrayList<>();
    private final List<OnMessage> onMessage = new CopyOnWriteArrayList<>();
    private final List<Consumer<AgentRef>> onOnline = new CopyOnWriteArrayList<>();
    private final List<Consumer<AgentRef>> onRevoked = new CopyOnWriteArrayList<>();
    private final List<Consumer<AgentRef>> onOffline = new CopyOnWriteArrayList<>();

    /**
     * Called inside the transaction that stores the event, exactly once for each: an exception undoes both, and the agent
     * sends it again. What the outside must hear goes through {@code TenantWork.afterCommit}.
     */
    @FunctionalInterface
    public interface OnEvent {
        /**
         * @param at the event's time corrected by the agent's measured clock offset
         * @param offsetMillis hub clock minus agent clock, for other times in the body
         */
        void event(AgentRef agent, FromAgent.Event event, Instant at, long offsetMillis);
    }

    /** Called outside any transaction for what is not an event: the state of an upload, of a live session. */
    @FunctionalInterface
    public interface OnMessage {
        void message(AgentRef agent, FromAgent message);
    }

    public void onEvent(OnEvent listener) {
        onEvent.add(listener);
    }

    public void onMessage(OnMessage listener) {
        onMessage.add(listener);
    }

    /** After the welcome, outside any transaction. */
    public void onOnline(Consumer<AgentRef> listener) {
        onOnline.add(listener);
    }

    /** After the commit: nothing of this agent is welcome any more, not even what is on its way. */
    public void onRevoked(Consumer<AgentRef> listener) {
        onRevoked.add(listener);
    }

    public void onOffline(Consumer<AgentRef> listener) {
        onOffline.add(listener);
    }

    void event(AgentRef agent, FromAgent.Event event, Instant at, long offsetMillis) {
        onEvent.forEach(listener -> listener.event(agent, event, at, offsetMillis));
    }

    void message(AgentRef agent, FromAgent message) {
        onMessage.forEach(listener -> listener.message(agent, message));
    }

    void online(AgentRef agent) {
        onOnline.forEach(listener -> listener.accept(agent));
    }

    void revoked(AgentRef agent) {
        onRevoked.forEach(listener -> listener.accept(agent));
    }

    void offline(AgentRef agent) {
        onOffline.forEach(listener -> listener.accept(agent));
    }
}
