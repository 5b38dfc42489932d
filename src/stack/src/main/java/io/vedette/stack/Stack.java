package io.vedette.stack;

import io.vedette.stack.demo.Account;
import io.vedette.stack.keycloak.KeycloakServer;
import io.vedette.stack.postgres.Database;
import io.vedette.stack.postgres.PostgresServer;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.LeftOvers;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.state.VarLock;
import io.vedette.stack.words.StackFailed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The whole system with embedded defaults: every server a process of its own on 127.0.0.1. {@link #start(StackOptions)} returns when
 * all of it is ready; {@link #close()} ends all of it. Several stacks run side by side when each has its own folder. Safe for several
 * threads.
 */
public final class Stack implements AutoCloseable {
    private final StackOptions options;
    private final VarLock lock;
    private final State state;
    private final Children children;
    private final Servers servers;
    private final Map<String, Supplier<Child>> starts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private Stack(StackOptions options, VarFolder var, VarLock lock) {
        this.options = options;
        this.lock = lock;
        this.state = State.in(var, options.firstPort());
        this.children = new Children(var);
        this.servers = new Servers(options, state, children);
    }

    /** Throws {@link StackFailed} with a sentence for people; nothing is left running then. */
    public static Stack start(StackOptions options) {
        Stack stack = in(options);
        stack.startAll();
        return stack;
    }

    /** Takes the folder, ends what an earlier launcher left in it, and starts nothing yet. */
    static Stack in(StackOptions options) {
        options.parts().requireAll();
        VarFolder var = new VarFolder(options.var());
        VarLock lock = VarLock.take(var);
        try {
            List<String> ended = LeftOvers.end(var);
            if (!ended.isEmpty()) {
                options.progress()
                        .step("Before")
                        .say("ended what an earlier start had left: " + String.join(", ", ended));
            }
            Stack stack = new Stack(options, var, lock);
            stack.state.ports().requireFree();
            return stack;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Starts everything; on failure everything is stopped before this throws. */
    void startAll() {
        try {
            var postgres = async(servers::preparePostgres);
            var keycloak = async(servers::prepareKeycloak);
            var database =
                    postgres.thenApplyAsync(made -> keep(PostgresServer.NAME, () -> servers.start(made)), Stack::run);
            var identity = database.thenCombineAsync(
                    keycloak,
                    (ready, made) -> keep(
                            KeycloakServer.NAME,
                            () -> servers.start(made, postgres.join().keycloak())),
                    Stack::run);
            var hub = database.thenCombineAsync(
                    keycloak, (ready, made) -> keep("hub", () -> servers.startHub(postgres.join(), made)), Stack::run);
            finish(CompletableFuture.allOf(identity, hub), List.of(database, keycloak, identity, hub));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public URI hub() {
        return servers.hubAddress();
    }

    public URI keycloak() {
        return servers.keycloakAddress();
    }

    /** As the hub's tables' owner: for tests that look behind the hub's back. */
    public Database databaseOwner() {
        return servers.databaseOwner();
    }

    public String databaseUrl() {
        return databaseOwner().url();
    }

    public List<Account> accounts() {
        return state.people().accounts();
    }

    public Account account(String name) {
        return state.people().named(name);
    }

    public Path folder() {
        return state.var().root();
    }

    public Path secretsFile() {
        return state.var().file("secrets.properties");
    }

    public Path logs() {
        return state.var().logs();
    }

    /** Names of the children that run now. */
    public List<String> running() {
        return children.alive().stream().map(Child::name).toList();
    }

    public long pid(String name) {
        return children.get(name).pid();
    }

    /** SIGKILL, as a power cut would do; returns when the process is gone. */
    public void kill(String name) {
        children.get(name).kill();
    }

    /** Ends the child in order; returns when it is gone. */
    public void stop(String name) {
        children.get(name).stop();
    }

    /** Ends the child if it runs, starts it again and returns when it is ready. */
    public void restart(String name) {
        Supplier<Child> start = starts.get(name);
        if (start == null) {
            throw new IllegalArgumentException("no child of the name " + name);
        }
        children.get(name).stop();
        Child again = start.get();
        if (!again.isAlive()) {
            throw new StackFailed(again.obituary());
        }
    }

    /** Completes with words when a child ends without our will. */
    CompletableFuture<String> firstDeath() {
        return children.firstDeath().thenApply(Child::obituary);
    }

    /** Ends everything, latest first. Idempotent. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        children.stopAll();
        lock.close();
    }

    private Child keep(String name, Supplier<Child> start) {
        starts.put(name, start);
        return start.get();
    }

    /** Waits for all; the first failure or the first child that ends is enough to give up. */
    private void finish(CompletableFuture<?> all, List<CompletableFuture<?>> parts) {
        CompletableFuture<Object> failed = new CompletableFuture<>();
        parts.forEach(part -> part.whenComplete((done, fault) -> {
            if (fault != null) {
                failed.completeExceptionally(fault);
            }
        }));
        children.firstDeath().thenAccept(child -> failed.completeExceptionally(new StackFailed(child.obituary())));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailed known ? known : e;
        }
    }

    private static <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Stack::run);
    }

    private static void run(Runnable work) {
        Thread.ofPlatform().daemon().name("stack-start").start(work);
    }
}
