package io.vedette.hub.agents;

import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What edge vaults say, for the features that act on it: as {@link AgentNews}, which none of this reaches. */
@Singleton
public class VaultNews {
    private final List<BiConsumer<VaultRef, EventBody>> onEvent = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<VaultRef, FromAgent>> onMessage = new CopyOnWriteArrayList<>();
    private final List<Consumer<VaultRef>> onOnline = new CopyOnWriteArrayList<>();
    private final List<Consumer<VaultRef>> onOpened = new CopyOnWriteArrayList<>();
    private final List<Consumer<VaultRef>> onRevoked = new CopyOnWriteArrayList<>();

    /** Inside the transaction that stores the event, exactly once for each: an exception undoes both. */
    public void onEvent(BiConsumer<VaultRef, EventBody> listener) {
        onEvent.add(listener);
    }

    /** Outside any transaction, for what is not an event. */
    public void onMessage(BiConsumer<VaultRef, FromAgent> listener) {
        onMessage.add(listener);
    }

    /** After the welcome, outside any transaction. */
    public void onOnline(Consumer<VaultRef> listener) {
        onOnline.add(listener);
    }

    /** It told where agents bring recordings, which is kept by now. Outside any transaction. */
    public void onOpened(Consumer<VaultRef> listener) {
        onOpened.add(listener);
    }

    /** After the commit. */
    public void onRevoked(Consumer<VaultRef> listener) {
        onRevoked.add(listener);
    }

    void event(VaultRef vault, EventBody body) {
        onEvent.forEach(listener -> listener.accept(vault, body));
    }

    void message(VaultRef vault, FromAgent message) {
        onMessage.forEach(listener -> listener.accept(vault, message));
    }

    void online(VaultRef vault) {
        onOnline.forEach(listener -> listener.accept(vault));
    }

    void opened(VaultRef vault) {
        onOpened.forEach(listener -> listener.accept(vault));
    }

    void revoked(VaultRef vault) {
        onRevoked.forEach(listener -> listener.accept(vault));
    }
}
